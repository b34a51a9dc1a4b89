package org.linli.standin.contact;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.wecom.Codes;
import tools.jackson.databind.JsonNode;

/// Who lets their words be archived, in groups and in private: `msgaudit/check_room_agree` and `…/check_single_agree`.
final class Consents {

    /// @param with a group, or the member of the corporation that a private talk is with
    private record Consent(String with, String person) {}

    private final Set<Consent> given = new HashSet<>();

    void give(String with, String person) {
        given.add(new Consent(with, person));
    }

    Told ofRoom(Asked call) {
        String room = call.json().path("roomid").asString("");
        return Codes.ok(Map.of(
                "agreeinfo",
                given.stream()
                        .filter(it -> it.with().equals(room))
                        .map(it -> Map.of("exteranalopenid", it.person(), "agree_status", "Agree"))
                        .toList()));
    }

    Told ofTalks(Asked call) {
        return Codes.ok(Map.of(
                "agreeinfo",
                call.json().path("info").valueStream().map(this::answered).toList()));
    }

    private Map<String, Object> answered(JsonNode asked) {
        String member = asked.path("userid").asString("");
        String person = asked.path("exteranalopenid").asString("");
        return Map.of(
                "userid",
                member,
                "exteranalopenid",
                person,
                "agree_status",
                given.contains(new Consent(member, person)) ? "Agree" : "Disagree");
    }

    Told members() {
        return Codes.ok(Map.of("ids", List.of(ChatGroups.OWNER)));
    }
}
