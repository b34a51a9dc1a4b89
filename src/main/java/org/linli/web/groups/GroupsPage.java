package org.linli.web.groups;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.JoinCodes;
import org.linli.channels.SendFailure;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.GroupMembers;
import org.linli.community.Role;
import org.linli.web.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// The groups of a community, and the codes by which residents join them.
@Controller
class GroupsPage {

    /// @param group whose code is asked for
    record Asked(String group) {}

    private final SignedIn signedIn;
    private final Communities communities;
    private final GroupMembers members;
    private final ObjectProvider<JoinCodes> codes;

    GroupsPage(SignedIn signedIn, Communities communities, GroupMembers members, ObjectProvider<JoinCodes> codes) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.members = members;
        this.codes = codes;
    }

    @GetMapping("/desk/groups")
    Mono<String> all(Model model) {
        return map().flatMap(map -> show(map, Map.of(), model));
    }

    /// Makes the code of a group, or finds the one that was made, and shows it.
    @PostMapping("/desk/groups")
    Mono<String> code(Asked asked, Model model) {
        return map().flatMap(map -> Mono.justOrEmpty(map.group(asked.group()))
                .flatMap(group -> code(group).map(it -> Map.of(group.code(), it.toString())))
                .onErrorResume(SendFailure.class, _ -> {
                    model.addAttribute("told", "refused");
                    return Mono.empty();
                })
                .defaultIfEmpty(Map.of())
                .flatMap(found -> show(map, found, model)));
    }

    private Mono<URI> code(Group group) {
        return Mono.justOrEmpty(codesOf(group)).flatMap(it -> it.of(group.address(), group.name()));
    }

    private Optional<JoinCodes> codesOf(Group group) {
        return codes.stream().filter(it -> it.gives(group.address())).findFirst();
    }

    /// Never empty. Signals 404 for whom the groups are none of their business.
    private Mono<CommunityMap> map() {
        return signedIn.member()
                .filter(it -> it.role() == Role.COMMUNITY_WORKER || it.role() == Role.ADMIN)
                .flatMap(it -> communities.map(it.community()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<String> show(CommunityMap map, Map<String, String> found, Model model) {
        return members.counted(map.id())
                .doOnNext(counted -> model.addAttribute(
                        "rows",
                        map.groups().stream()
                                .map(it -> GroupRow.of(
                                        it, map, counted, codesOf(it).isPresent(), found.get(it.code())))
                                .toList()))
                .thenReturn("web/groups");
    }
}
