package org.linli.channels.wecom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.channels.Outbound;
import org.linli.channels.tencent.CallId;

/// A card with buttons (按钮交互型模板卡片), where a letter with choices fits on one. Sizes by the platform's page "模板卡片消息".
///
/// A button's key is its words, so that a tap says them.
public final class Card {

    private static final int MOST_BUTTONS = 6;
    private static final int BUTTON = 10;
    private static final int TITLE = 26;
    private static final int TEXT = 112;

    private Card() {}

    public static boolean holds(Outbound message) {
        String[] parts = parts(message);
        return holdsChoices(message) && length(parts[0]) <= TITLE && length(parts[1]) <= TEXT;
    }

    public static Map<String, Object> of(Outbound message) {
        String[] parts = parts(message);
        return card(message, parts[0], parts[1]);
    }

    /// The buttons alone, below a text that stands elsewhere.
    public static Map<String, Object> below(String title, Outbound message) {
        return card(message, title, "");
    }

    /// Whether there are choices, and they can be buttons.
    public static boolean holdsChoices(Outbound message) {
        List<String> choices = message.choices();
        return !choices.isEmpty()
                && choices.size() <= MOST_BUTTONS
                && choices.stream().allMatch(it -> length(it) <= BUTTON)
                && choices.stream().distinct().count() == choices.size();
    }

    private static Map<String, Object> card(Outbound message, String title, String text) {
        var card = new LinkedHashMap<String, Object>();
        card.put("card_type", "button_interaction");
        card.put("main_title", Map.of("title", title));
        if (!text.isEmpty()) {
            card.put("sub_title_text", text);
        }
        card.put("button_list", buttons(message.choices()));
        // one among all of its sender, and of few kinds of characters only
        card.put("task_id", CallId.fingerprint(message.key()));
        return card;
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
