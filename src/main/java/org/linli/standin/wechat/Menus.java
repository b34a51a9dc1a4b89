package org.linli.standin.wechat;

import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the account's menu and checks it as the platform does: 自定义菜单 page.
final class Menus {

    private static final int MOST = 3;
    private static final int MOST_BELOW = 5;

    private JsonNode menu = MissingNode.getInstance();

    Told create(Asked call) {
        long wrong = wrong(call.json().path("button"));
        if (wrong == 0) {
            menu = spelledOut(call.json());
        }
        return Codes.refused(wrong);
    }

    Told get(Asked call) {
        return menu.isMissingNode() ? Codes.refused(46003) : Told.json(Map.of("menu", menu));
    }

    Told delete(Asked call) {
        menu = MissingNode.getInstance();
        return Codes.ok();
    }

    private static long wrong(JsonNode buttons) {
        if (!buttons.isArray() || buttons.isEmpty() || buttons.size() > MOST) {
            return 40016;
        }
        for (JsonNode button : buttons) {
            if (button.path("name").asString("").isEmpty()) {
                return 40018;
            }
            if (button.path("sub_button").size() > MOST_BELOW) {
                return 40023;
            }
            if (button.path("sub_button").isEmpty()
                    && button.path("type").asString("").isEmpty()) {
                return 40017;
            }
        }
        return 0;
    }

    /// The platform names an empty list below every entry.
    private static JsonNode spelledOut(JsonNode menu) {
        menu.path("button").forEach(button -> {
            if (button instanceof ObjectNode it && !it.has("sub_button")) {
                it.putArray("sub_button");
            }
        });
        return menu;
    }
}
