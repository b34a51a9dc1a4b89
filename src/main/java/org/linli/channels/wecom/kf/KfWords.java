package org.linli.channels.wecom.kf;

import java.util.List;
import java.util.Map;
import org.linli.channels.Outbound;

/// A letter as the customer service takes it: as text, or as a menu (菜单消息) where there is something to tap. A tap comes
/// back as the words of its entry.
final class KfWords {

    /// The platform's page "发送消息": `head_content` 1024 bytes, an entry 128 bytes, ten of them.
    private static final int HEAD = 1024;

    private static final int ENTRY = 128;
    private static final int ENTRIES = 10;

    private KfWords() {}

    static String kind(Outbound message) {
        return isMenu(message) ? "msgmenu" : "text";
    }

    static Map<String, Object> of(Outbound message) {
        return isMenu(message)
                ? Map.of("head_content", message.text(), "list", entries(message.choices()))
                : Map.of("content", message.text());
    }

    private static boolean isMenu(Outbound message) {
        return !message.choices().isEmpty()
                && message.choices().size() <= ENTRIES
                && bytes(message.text()) <= HEAD
                && message.choices().stream().allMatch(it -> bytes(it) <= ENTRY);
    }

    private static List<Map<String, Object>> entries(List<String> choices) {
        return choices.stream()
                .map(it -> Map.<String, Object>of("type", "click", "click", Map.of("content", it)))
                .toList();
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
