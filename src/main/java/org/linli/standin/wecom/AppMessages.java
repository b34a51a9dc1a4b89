package org.linli.standin.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;
import tools.jackson.databind.JsonNode;

/// What an app says to members: `message/send`.
final class AppMessages {

    private static final int MOST_BYTES = 2048;

    private static final Duration RECALLED_WITHIN = Duration.ofHours(24);

    private record Sent(List<String> to, String words, Instant at) {}

    private final Map<String, Sent> sent = new HashMap<>();
    private final Keys keys;
    private final Members members;
    private final UploadedPictures pictures;
    private final Clock clock;
    private long count;

    AppMessages(Keys keys, Members members, UploadedPictures pictures, Clock clock) {
        this.keys = keys;
        this.members = members;
        this.pictures = pictures;
        this.clock = clock;
    }

    synchronized Told send(Asked call) {
        JsonNode message = call.json();
        if (message.path("agentid").asLong() != keys.agentId()) {
            return Codes.refused(301002);
        }
        List<String> to = List.of(message.path("touser").asString("").split("\\|"));
        List<String> known = to.stream().filter(members::knows).toList();
        if (known.isEmpty()) {
            return Codes.refused(81013);
        }
        long refusal = refusal(message);
        if (refusal != 0) {
            return Codes.refused(refusal);
        }
        known.stream().filter(it -> members.mayGet(it, clock.instant())).forEach(it -> show(it, message));
        String lost =
                String.join("|", to.stream().filter(it -> !known.contains(it)).toList());
        String id = "MSGID" + ++count;
        sent.put(id, new Sent(known, words(message), clock.instant()));
        return Codes.ok(Map.of("msgid", id, "invaliduser", lost));
    }

    /// Takes back what was sent in the last 24 hours: `message/recall`. By which code the platform refuses what came
    /// too late is not known; nothing depends on this one.
    synchronized Told recall(Asked call) {
        var it = sent.get(call.json().path("msgid").asString(""));
        if (it == null || clock.instant().isAfter(it.at().plus(RECALLED_WITHIN))) {
            return Codes.refused(40058);
        }
        it.to().forEach(member -> members.forgets(member, it.words()));
        return Codes.ok(Map.of());
    }

    /// What the app is: `agent/get`.
    synchronized Told app(Asked call) {
        return call.parameter("agentid").equals(Long.toString(keys.agentId()))
                ? Codes.ok(Map.of(
                        "close",
                        0,
                        "allow_userinfos",
                        Map.of(
                                "user",
                                members.people().stream()
                                        .map(it -> Map.of("userid", it.id()))
                                        .toList())))
                : Codes.refused(301002);
    }

    private long refusal(JsonNode message) {
        return switch (message.path("msgtype").asString("")) {
            case "text" -> refusal(message.at("/text/content").asString(""));
            case "template_card" ->
                message.at("/template_card/task_id").asString("").isEmpty() ? 40058 : 0;
            case "image" -> pictures.refusal(message.at("/image/media_id").asString(""));
            default -> 40008;
        };
    }

    private static long refusal(String text) {
        return text.isEmpty()
                ? 44004
                : text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_BYTES ? 45002 : 0;
    }

    private static String words(JsonNode message) {
        JsonNode card = message.path("template_card");
        return card.isMissingNode() ? message.at("/text/content").asString("") : Cards.words(card);
    }

    private void show(String member, JsonNode message) {
        JsonNode card = message.path("template_card");
        String picture = message.at("/image/media_id").asString("");
        if (!picture.isEmpty()) {
            members.isShown(member, picture);
        } else if (card.isMissingNode()) {
            members.sees(member, message.at("/text/content").asString(""), List.of());
        } else {
            members.sees(member, Cards.words(card), Cards.choices(card));
        }
    }
}
