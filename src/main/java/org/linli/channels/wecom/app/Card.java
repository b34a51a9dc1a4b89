package org.linli.channels.wecom.app;

import java.util.List;
import java.util.Map;
import org.linli.channels.Outbound;
import org.linli.channels.tencent.CallId;

/// A card with buttons (按钮交互型模板卡片), where a letter with choices fits on one. Sizes by the platform's page "模板卡片消息".
///
/// A button's key is its words, so that a tap says them.
final class Card {

    private static final int MOST_BUTTONS = 6;
    private static final int BUTTON = 10;
    private static final int TITLE = 26;
    private static final int TEXT = 112;

    private Card() {}

    static boolean holds(Outbound message) {
        String[] parts = parts(message);
        return !message.choices().isEmpty()
                && message.choices().size() <= MOST_BUTTONS
                && message.choices().stream().allMatch(it -> length(it) <= BUTTON)
                && message.choices().stream().distinct().count()
                        == message.choices().size()
                && length(parts[0]) <= TITLE
                && length(parts[1]) <= TEXT;
    }

    static Map<String, Object> of(Outbound message) {
        String[] parts = parts(message);
        return Map.of(
                "card_type",
                "button_interaction",
                "main_title",
                Map.of("title", parts[0]),
                "sub_title_text",
                parts[1],
                "button_list",
                buttons(message.choices()),
                // unique in the app, and of few kinds of characters only
                "task_id",
                CallId.fingerprint(message.key()));
    }

    private static List<Map<String, Object>> buttons(List<String> choices) {
        return choices.stream()
                .map(it -> Map.<String, Object>of("text", it, "style", 1, "key", it))
                .toList();
    }

    /// The first line and the others.
    private static String[] parts(Outbound message) {
        String[] lines = message.text().split("\n", 2);
        return new String[] {lines[0], lines.length > 1 ? lines[1].strip() : ""};
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
