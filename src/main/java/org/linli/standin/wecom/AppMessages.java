package org.linli.standin.wecom;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;
import tools.jackson.databind.JsonNode;

/// What an app says to members: `message/send`.
final class AppMessages {

    private static final int MOST_BYTES = 2048;

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
        return Codes.ok(Map.of("msgid", "MSGID" + ++count, "invaliduser", lost));
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
