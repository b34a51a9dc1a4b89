package org.linli.standin.wechat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.standin.Asked;
import org.linli.standin.Stairs;
import org.linli.standin.Told;

/// Gives out what followers sent, to whoever has the token: 获取临时素材 page.
final class SentMedia {

    private final Map<String, Told> held = new ConcurrentHashMap<>();

    SentMedia() {
        held.put(PlayFollower.PICTURE, file("image/jpeg", "stairs.jpg", Stairs.atNight()));
    }

    void hold(String media, Told answer) {
        held.put(media, answer);
    }

    Told get(Asked call) {
        Told answer = held.get(call.parameter("media_id"));
        return answer == null ? Codes.refused(40007) : answer;
    }

    static Told file(String type, String name, byte[] bytes) {
        return new Told(
                200,
                Map.of("Content-Type", type, "Content-disposition", "attachment; filename=\"%s\"".formatted(name)),
                bytes);
    }
}
