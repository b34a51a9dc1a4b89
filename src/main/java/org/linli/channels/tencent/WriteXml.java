package org.linli.channels.tencent;

import java.util.Map;

/// Writes an answer so that nothing a person said can become part of its structure.
public final class WriteXml {

    private WriteXml() {}

    /// @param fields texts are wrapped, numbers are not
    public static String of(Map<String, Object> fields) {
        var xml = new StringBuilder("<xml>");
        fields.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(value instanceof String text ? wrapped(text) : value.toString())
                .append("</")
                .append(name)
                .append('>'));
        return xml.append("</xml>").toString();
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
