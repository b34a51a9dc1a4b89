package org.linli.dialogue.chat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers who somebody is and where they live, as they say it; staff may verify it later.
@Component
class BindAccount implements Skill {

    private static final Pattern NAME = Pattern.compile("(?:我叫|我是|姓名[是:：\\s]*|名字[是叫:：\\s]*|本人|叫我)"
            + "(?!业主|租户|租客|居民|住户|房东|这|那|你|新)([\\p{IsHan}·]{2,4}?)(?=[，,。.\\s；;、!！]|住|在|是|家|手机|电话|$)");

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
        var home = Objects.requireNonNull(request.place(), "a place was needed");
        String name = name(request.text());
        var declared = new IdentityDeclared(
                request.speaker().community(), request.speaker().address(), name, home.id());
        return new Answer("bound", facts(map, home, request.detail(), name), List.of(declared));
    }

    private static Map<String, String> facts(CommunityMap map, Place home, String detail, @Nullable String name) {
        return Map.of("home", map.display(home) + detail, "name", name == null ? "" : name);
    }

    private static @Nullable String name(String words) {
        var said = NAME.matcher(words);
        return said.find() ? said.group(1) : null;
    }
}
