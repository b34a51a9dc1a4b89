package org.linli.channels.tencent;

import java.util.Map;
import java.util.stream.Collectors;

/// Writes an answer so that nothing a person said can become part of its structure.
public final class WriteXml {

    private WriteXml() {}

    /// @param fields texts are wrapped, numbers are not, and a map is fields within
    public static String of(Map<String, Object> fields) {
        return element("xml", fields);
    }

    private static String element(String name, Object value) {
        return "<" + name + ">" + inside(value) + "</" + name + ">";
    }

    private static String inside(Object value) {
        return switch (value) {
            case String text -> wrapped(text);
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .map(it -> element(it.getKey().toString(), it.getValue()))
                        .collect(Collectors.joining());
            default -> value.toString();
        };
    }

    // the end mark is split over two sections: "]]" ends the first, ">" begins the second
    private static String wrapped(String text) {
        return "<![CDATA[" + allowed(text).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    /// Without the characters that no XML document may contain, however written.
    private static String allowed(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(WriteXml::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
