package org.linli.open311;

import java.util.List;
import java.util.Map;

/// A question of a service beside those that every service asks.
///
/// @param code     like `trapped`, unique within its service
/// @param type     what an answer looks like
/// @param required whether nothing is taken without an answer
/// @param order    from 1
/// @param question in words for people
/// @param hint     how to answer; may be empty
/// @param values   what can be chosen, by key, in order; empty where nothing is
public record Attribute(
        String code, Type type, boolean required, int order, String question, String hint, Map<String, String> values) {

    /// Of the specification, but for the last.
    public enum Type {
        STRING,
        NUMBER,
        DATETIME,
        TEXT,
        SINGLEVALUELIST,
        MULTIVALUELIST,
        /// No question: only something to read.
        INFORMATION
    }

    /// Whether somebody has to answer; otherwise it is only shown.
    public boolean isVariable() {
        return type != Type.INFORMATION;
    }

    /// What was answered, in words for staff.
    ///
    /// @throws Refused where it is no answer to this
    String read(List<String> given) {
        return switch (type) {
            case MULTIVALUELIST ->
                String.join("、", given.stream().map(this::chosen).toList());
            case SINGLEVALUELIST -> chosen(only(given));
            case NUMBER -> matching(only(given), "-?\\d{1,12}([.]\\d{1,6})?", "a number");
            case DATETIME -> time(only(given));
            case STRING -> matching(only(given), "[^\\r\\n]{1,200}", "one line of up to 200 characters");
            case TEXT -> matching(only(given), "(?s).{1,1000}", "up to 1000 characters");
            case INFORMATION -> "";
        };
    }

    private String only(List<String> given) {
        if (given.size() != 1) {
            throw wrong("one value");
        }
        return given.getFirst();
    }

    private String chosen(String key) {
        String name = values.get(key);
        if (name == null) {
            throw wrong("one of " + String.join(", ", values.keySet()));
        }
        return name;
    }

    private String matching(String text, String pattern, String expected) {
        if (!text.matches(pattern)) {
            throw wrong(expected);
        }
        return text;
    }

    private String time(String text) {
        return W3.of(W3.read("attribute[" + code + "]", text).orElseThrow(() -> wrong("a time with a zone")));
    }

    private Refused wrong(String expected) {
        return Refused.badRequest("attribute[%s] has to be %s".formatted(code, expected));
    }
}
