package org.linli.web.groups;

import org.jspecify.annotations.Nullable;
import org.linli.community.ChangeSettings;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Settings;
import org.linli.community.SettingsChange;
import org.linli.community.SettingsChange.OfGroup;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Binds a group to the unit that takes what is told there, like a committee, or to none.
@Controller
class BindGroupPage {

    /// @param group its code
    /// @param unit  its id; blank: none
    record Bound(@Nullable String group, @Nullable String unit) {}

    private final AtTheGroups groups;
    private final ChangeSettings settings;

    BindGroupPage(AtTheGroups groups, ChangeSettings settings) {
        this.groups = groups;
        this.settings = settings;
    }

    /// Signals 400 where there is no such group or unit, 409 where somebody changed something at the same moment, 404
    /// for whom the groups are none of their business.
    @PostMapping("/desk/groups/unit")
    Mono<String> bind(Bound bound) {
        return groups.member()
                .flatMap(by -> settings.now(by.community()).flatMap(seen -> bind(by, seen, bound)))
                .filter(done -> done)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.CONFLICT)))
                .thenReturn("redirect:/desk/groups");
    }

    private Mono<Boolean> bind(StaffMember by, Settings seen, Bound bound) {
        var group = OfGroup.of(group(seen.map(), said(bound.group()))).boundTo(unit(seen.map(), said(bound.unit())));
        return settings.change(by, seen, SettingsChange.of(seen.version(), group));
    }

    private static Group group(CommunityMap map, String code) {
        return map.group(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static @Nullable String unit(CommunityMap map, String id) {
        return id.isEmpty()
                ? null
                : map.unit(id).map(Unit::id).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
