package org.linli.standin.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import tools.jackson.databind.JsonNode;

/// The addresses that go with messages to the bot: each takes one answer, within an hour.
final class Talks {

    private static final Duration LASTS = Duration.ofHours(1);

    /// @param member who asked; the group sees the answer where it was asked there
    private record Asker(String member, boolean group, Instant until) {}

    private final Map<String, Asker> open = new HashMap<>();
    private final Members members;
    private final Clock clock;

    Talks(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /// @return the code that is part of the address
    synchronized String open(String member, boolean group) {
        String code = UUID.randomUUID().toString();
        open.put(code, new Asker(member, group, clock.instant().plus(LASTS)));
        return code;
    }

    synchronized Told answer(Asked call) {
        Asker asker = open.remove(call.parameter("response_code"));
        if (asker == null || asker.until().isBefore(clock.instant())) {
            return Codes.refused(40058);
        }
        JsonNode message = call.json();
        JsonNode card = message.path("template_card");
        String text = card.isMissingNode() ? message.at("/markdown/content").asString("") : Cards.words(card);
        show(asker.member(), asker.group(), text, card);
        return Codes.ok(Map.of());
    }

    void show(String member, boolean group, String text, JsonNode card) {
        if (group) {
            members.allSee("bot", text);
        } else {
            members.sees(member, text, Cards.choices(card));
        }
    }
}
