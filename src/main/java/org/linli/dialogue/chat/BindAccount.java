package org.linli.dialogue.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.IdentityDeclared;
import org.linli.community.Place;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.understanding.Intent;
import org.linli.understanding.PersonNames;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers who somebody is and where they live, as they say it; staff may verify it later.
@Component
class BindAccount implements Skill {

    private final Communities communities;

    BindAccount(Communities communities) {
        this.communities = communities;
    }

    @Override
    public String id() {
        return "bind-account";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("account.bind");
    }

    @Override
    public Set<Need> needs(Intent intent) {
        return Set.of(Need.PLACE);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return communities.map(request.speaker().community()).map(map -> bound(request, map));
    }

    private static Answer bound(Request request, CommunityMap map) {
        var home = home(request, map);
        String name = PersonNames.in(request.text());
        var declared = new IdentityDeclared(
                request.speaker().community(), request.speaker().address(), name, home.id());
        String detail = home.equals(request.place()) ? request.detail() : "";
        return new Answer("bound", facts(map, home, detail, name), List.of(declared));
    }

    /// Whoever lives in 3-2-501 lives in building 3 all the same: what is less exact changes nothing.
    private static Place home(Request request, CommunityMap map) {
        var said = Objects.requireNonNull(request.place(), "a place was needed");
        return Optional.ofNullable(request.speaker().resident())
                .flatMap(it -> Optional.ofNullable(it.home()))
                .flatMap(map::place)
                .filter(known -> map.isWithin(known, said.id()))
                .orElse(said);
    }

    private static Map<String, String> facts(CommunityMap map, Place home, String detail, @Nullable String name) {
        return Map.of("home", map.display(home) + detail, "name", name == null ? "" : name);
    }
}
