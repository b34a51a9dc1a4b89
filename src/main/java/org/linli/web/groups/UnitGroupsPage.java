package org.linli.web.groups;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.channels.Address;
import org.linli.channels.InternalGroups;
import org.linli.channels.SendFailure;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
import org.linli.community.UnitChatMade;
import org.linli.community.UnitChats;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Where the staff of each unit is told, and a group made for those who have none.
@Controller
class UnitGroupsPage {

    private static final Set<String> SAYS = Set.of("made", "refused");

    /// @param unit whose staff is to have a group
    record Asked(String unit) {}

    /// @param chat   whether its staff is told in a group
    /// @param within how many of its staff a new group would have
    record Row(String id, String name, int staff, boolean chat, int within) {}

    private final AtTheGroups groups;
    private final ObjectProvider<InternalGroups> platforms;
    private final UnitChats chats;

    UnitGroupsPage(AtTheGroups groups, ObjectProvider<InternalGroups> platforms, UnitChats chats) {
        this.groups = groups;
        this.platforms = platforms;
        this.chats = chats;
    }

    @GetMapping("/desk/groups/units")
    Mono<String> all(@RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", SAYS.contains(said) ? said : "");
        return groups.map()
                .doOnNext(map -> model.addAttribute(
                        "rows", map.units().stream().map(it -> row(map, it)).toList()))
                .thenReturn("web/unit-groups");
    }

    /// Clicked twice, it is the same group.
    @PostMapping("/desk/groups/units")
    Mono<String> make(Asked asked) {
        return groups.map()
                .flatMap(map -> Mono.justOrEmpty(map.unit(asked.unit()))
                        .filter(it -> it.chat() == null)
                        .flatMap(unit -> made(map, unit)))
                .thenReturn("made")
                .onErrorResume(SendFailure.class, _ -> Mono.just("refused"))
                .map("redirect:/desk/groups/units?said="::concat);
    }

    private Mono<Void> made(CommunityMap map, Unit unit) {
        List<Address> people = map.addressesOfStaff(unit.id());
        String key = map.id().value() + "/unit/" + unit.id();
        return Mono.justOrEmpty(platform(people))
                .flatMap(it -> it.make(key, unit.name(), people))
                .flatMap(chat -> chats.made(new UnitChatMade(map.id(), unit.id(), chat)));
    }

    private Row row(CommunityMap map, Unit unit) {
        List<Address> people = map.addressesOfStaff(unit.id());
        int within = platform(people).map(it -> it.within(people)).orElse(0);
        return new Row(unit.id(), unit.name(), map.staffOf(unit.id()).size(), unit.chat() != null, within);
    }

    /// The one that reaches most of them.
    private Optional<InternalGroups> platform(List<Address> people) {
        return platforms.orderedStream().max(Comparator.comparingInt(it -> it.within(people)));
    }
}
