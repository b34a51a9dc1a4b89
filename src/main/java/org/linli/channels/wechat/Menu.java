package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A menu as an account shows it.
record Menu(String json) {

    static Menu of(WxMenu menu) {
        return new Menu(menu.toJson());
    }

    /// The platform takes no menu without entries.
    boolean isEmpty() {
        return essence().isEmpty();
    }

    String hash() {
        return UUID.nameUUIDFromBytes(essence().getBytes(UTF_8)).toString();
    }

    /// @param shown the platform's `menu`, which spells out what ours leaves open
    boolean isShownAs(JsonNode shown) {
        return essence().equals(essence(shown.path("button")));
    }

    private String essence() {
        return essence(JsonMapper.shared().readTree(json).path("button"));
    }

    private static String essence(JsonNode buttons) {
        var text = new StringBuilder();
        buttons.forEach(it -> text.append(it.path("name").asString(""))
                .append('\t')
                .append(it.path("type").asString(""))
                .append('\t')
                .append(it.path("key").asString(""))
                .append('\t')
                .append(it.path("url").asString(""))
                .append("\n(")
                .append(essence(it.path("sub_button")))
                .append(")\n"));
        return text.toString();
    }
}
