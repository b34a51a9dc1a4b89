package org.linli.web.groups;

import java.util.Map;
import org.linli.channels.GroupNotices;
import org.linli.channels.SendFailure;
import org.linli.community.CommunityMap;
import org.linli.community.GroupMembers;
import org.linli.understanding.HowSure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The groups of a community, how talkative the service is there, and the codes by which residents join them.
@Controller
class GroupsPage {

    /// @param group whose code is asked for
    record Asked(String group) {}

    private final AtTheGroups groups;
    private final GroupMembers members;
    private final GroupCodes codes;
    private final ObjectProvider<GroupNotices> notices;
    private final HowSure howSure;

    GroupsPage(
            AtTheGroups groups,
            GroupMembers members,
            GroupCodes codes,
            ObjectProvider<GroupNotices> notices,
            HowSure howSure) {
        this.groups = groups;
        this.members = members;
        this.codes = codes;
        this.notices = notices;
        this.howSure = howSure;
    }

    @GetMapping("/desk/groups")
    Mono<String> all(Model model) {
        return groups.map().flatMap(map -> show(map, Map.of(), model));
    }

    /// Makes the code of a group, or finds the one that was made, and shows it.
    @PostMapping("/desk/groups")
    Mono<String> code(Asked asked, Model model) {
        return groups.map()
                .flatMap(map -> Mono.justOrEmpty(map.group(asked.group()))
                        .flatMap(group -> codes.of(group).map(it -> Map.of(group.code(), it.toString())))
                        .onErrorResume(SendFailure.class, _ -> {
                            model.addAttribute("told", "refused");
                            return Mono.empty();
                        })
                        .defaultIfEmpty(Map.of())
                        .flatMap(found -> show(map, found, model)));
    }

    private Mono<String> show(CommunityMap map, Map<String, String> found, Model model) {
        model.addAttribute("units", map.units());
        return Mono.zip(members.counted(map.id()), pinned(map))
                .doOnNext(known -> model.addAttribute(
                        "rows",
                        map.groups().stream()
                                .map(it -> GroupRow.of(
                                        it,
                                        map,
                                        known.getT1(),
                                        known.getT2().getOrDefault(it.address().text(), ""),
                                        codes.gives(it),
                                        Manner.of(it, howSure.speakingUp()),
                                        found.get(it.code())))
                                .toList()))
                .thenReturn("web/groups");
    }

    private Mono<Map<String, String>> pinned(CommunityMap map) {
        return Flux.fromStream(notices.orderedStream())
                .concatMap(it -> it.of(map.id()))
                .flatMapIterable(Map::entrySet)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
