package org.linli.standin.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import tools.jackson.databind.JsonNode;

/// Makes codes that carry a scene: 生成带参数的二维码 page. The same scene always has the same code.
final class QrCodes {

    private static final int LONGEST_LIFE = 2_592_000;

    Told create(Asked call) {
        JsonNode scene = call.json().at("/action_info/scene");
        String text = scene.path("scene_str").asString(scene.path("scene_id").asString(""));
        return switch (call.json().path("action_name").asString("")) {
            case "QR_LIMIT_STR_SCENE", "QR_STR_SCENE" ->
                text.isEmpty() || text.length() > 64 ? Codes.refused(40053) : made(call, text);
            case "QR_LIMIT_SCENE", "QR_SCENE" ->
                text.matches("[1-9]\\d{0,9}") ? made(call, text) : Codes.refused(40053);
            default -> Codes.refused(40035);
        };
    }

    private static Told made(Asked call, String scene) {
        var code = new LinkedHashMap<String, Object>();
        code.put("ticket", "stand-in-ticket-" + scene);
        if (!call.json().path("action_name").asString("").contains("LIMIT")) {
            code.put(
                    "expire_seconds",
                    Math.clamp(call.json().path("expire_seconds").asLong(60), 60, LONGEST_LIFE));
        }
        code.put("url", "http://weixin.qq.com/q/stand-in-" + URLEncoder.encode(scene, UTF_8));
        return Told.json(Map.copyOf(code));
    }
}
