package org.linli.standin.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;
import tools.jackson.databind.JsonNode;

/// Takes customer service messages, as many as the person's last act allows: 客服消息 page.
final class ServiceMessages {

    private static final int MOST_BYTES = 2048;

    private final Followers followers;
    private final UploadedPictures pictures;
    private final Clock clock;

    ServiceMessages(Followers followers, UploadedPictures pictures, Clock clock) {
        this.followers = followers;
        this.pictures = pictures;
        this.clock = clock;
    }

    Told send(Asked call) {
        JsonNode message = call.json();
        return followers
                .find(message.path("touser").asString(""))
                .map(who -> Codes.refused(deliver(who, message)))
                .orElseGet(() -> Codes.refused(40003));
    }

    private long deliver(Follower who, JsonNode message) {
        long wrong = wrong(message);
        long unreachable = who.unreachable();
        long refusal = wrong != 0 ? wrong : unreachable != 0 ? unreachable : who.use(clock.instant());
        if (refusal == 0) {
            show(who, message);
        }
        return refusal;
    }

    private long wrong(JsonNode message) {
        return switch (message.path("msgtype").asString("")) {
            case "text" -> ofText(message.at("/text/content").asString(""));
            case "msgmenu" -> message.at("/msgmenu/list").isEmpty() ? 40035 : 0;
            case "image" -> pictures.refusal(message.at("/image/media_id").asString(""));
            default -> 40008;
        };
    }

    private static long ofText(String text) {
        return text.isEmpty() ? 44004 : text.getBytes(UTF_8).length > MOST_BYTES ? 45002 : 0;
    }

    private static void show(Follower who, JsonNode message) {
        switch (message.path("msgtype").asString("")) {
            case "text" -> who.sees(message.at("/text/content").asString(""), List.of());
            case "image" -> who.isShown(message.at("/image/media_id").asString(""));
            default -> who.sees(message.at("/msgmenu/head_content").asString(""), choices(message));
        }
    }

    private static List<String> choices(JsonNode message) {
        var choices = new ArrayList<String>();
        message.at("/msgmenu/list").forEach(it -> choices.add(it.path("content").asString("")));
        return choices;
    }
}
