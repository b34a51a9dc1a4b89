package org.linli.web.groups;

import java.util.Set;
import org.linli.channels.SendFailure;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
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
    private final MakeUnitGroup groupOf;

    UnitGroupsPage(AtTheGroups groups, MakeUnitGroup groupOf) {
        this.groups = groups;
        this.groupOf = groupOf;
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
                .flatMap(map -> Mono.justOrEmpty(map.unit(asked.unit())).flatMap(unit -> groupOf.of(map, unit)))
                .thenReturn("made")
                .onErrorResume(SendFailure.class, _ -> Mono.just("refused"))
                .map("redirect:/desk/groups/units?said="::concat);
    }

    private Row row(CommunityMap map, Unit unit) {
        return new Row(
                unit.id(), unit.name(), map.staffOf(unit.id()).size(), unit.chat() != null, groupOf.within(map, unit));
    }
}
