package org.linli.platform.words;

import java.util.regex.Pattern;

/// Words without what identifies a person: telephone, identity and bank card numbers lose their middle. The one rule
/// for talks, cases and pages; the number of a case and a date are left as they are.
public final class Masked {

    private static final Pattern PRIVATE = Pattern.compile("(?<![\\dA-Za-z])\\d{17}[\\dXx](?![\\dA-Za-z])"
            + "|(?<!\\d)\\d{15,19}(?!\\d)"
            + "|(?<!\\d)(?:\\+?86[- ]?)?1[3-9](?:[- ]?\\d){9}(?!\\d)"
            + "|(?<!\\d)[(（]?0\\d{2,3}[)）]?[- ]?\\d{7,8}(?!\\d)");
    private static final Pattern ROOM = Pattern.compile("[\\d零〇一二两三四五六七八九十百]{1,5}(?=\\s?(?:室|号?房(?!屋)))"
            + "|(?<=(?:单元|栋|幢|座|号楼|门|楼|层)[- ]?)\\d{3,4}(?![\\d-])"
            + "|(?<=(?<!\\d)\\d{1,3}[-—－])\\d{3,4}(?![\\d-])");
    private static final Pattern MARKS = Pattern.compile("[^\\dXx]");

    private Masked() {}

    public static String words(String words) {
        return PRIVATE.matcher(words).replaceAll(it -> shortened(it.group()));
    }

    /// For many to read: nor is it seen in which room somebody lives.
    public static String among(String words) {
        return ROOM.matcher(words(words)).replaceAll(it -> "*".repeat(it.group().length()));
    }

    /// Whether something would be masked.
    public static boolean hides(String words) {
        return PRIVATE.matcher(words).find();
    }

    private static String shortened(String number) {
        String digits = MARKS.matcher(number).replaceAll("");
        String own = digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
        return own.substring(0, 3) + "****" + own.substring(own.length() - 4);
    }
}
