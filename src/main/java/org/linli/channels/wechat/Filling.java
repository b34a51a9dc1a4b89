package org.linli.channels.wechat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What goes into one field of the platform's form: words in which `{fact}` stands for a letter's fact, and
/// `{fact|otherwise}` has words for where there is none.
///
/// @param field as the platform names it, like `thing2`; its kind says how long it may be
record Filling(String field, String words) {

    static final Pattern FIELD = Pattern.compile("[a-z][a-z_]{0,30}?[0-9]{0,3}");

    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)(?:\\|([^{}]*))?}");

    /// Characters by kind, as the page "订阅通知参数值内容限制说明" has them.
    private static final Map<String, Integer> MOST = Map.ofEntries(
            Map.entry("thing", 20),
            Map.entry("number", 32),
            Map.entry("letter", 32),
            Map.entry("symbol", 5),
            Map.entry("character_string", 32),
            Map.entry("phone_number", 17),
            Map.entry("car_number", 8),
            Map.entry("name", 10),
            Map.entry("phrase", 5),
            Map.entry("const", 20),
            Map.entry("title", 15));

    private static final int MOST_OF_OTHERS = 200;

    /// Empty where nothing is known to put in: the platform takes no empty field.
    String with(Map<String, String> facts) {
        String filled =
                FACT.matcher(words).replaceAll(it -> Matcher.quoteReplacement(fact(it.group(1), it.group(2), facts)));
        return cut(filled.replaceAll("\\s+", " ").strip());
    }

    /// Whether every brace belongs to a fact.
    boolean isWellFormed() {
        return !FACT.matcher(words).replaceAll("").matches("(?s).*[{}].*");
    }

    private static String fact(String name, @Nullable String otherwise, Map<String, String> facts) {
        String found = facts.getOrDefault(name, "");
        return found.isBlank() && otherwise != null ? otherwise : found;
    }

    private String cut(String text) {
        int most = MOST.getOrDefault(field.replaceAll("[0-9]+$", ""), MOST_OF_OTHERS);
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
