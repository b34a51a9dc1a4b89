package org.linli.platform.words;

import java.util.regex.Pattern;

/// Words without what identifies a person: telephone, identity and bank card numbers lose their middle. The one rule
/// for talks, cases and pages; the number of a case and a date are left as they are.
public final class Masked {

    private static final Pattern PRIVATE = Pattern.compile("(?<![\\dA-Za-z])\\d{17}[\\dXx](?![\\dA-Za-z])"
            + "|(?<!\\d)\\d{15,19}(?!\\d)"
            + "|(?<!\\d)(?:\\+?86[- ]?)?1[3-9](?:[- ]?\\d){9}(?!\\d)"
            + "|(?<!\\d)[(（]?0\\d{2,3}[)）]?[- ]?\\d{7,8}(?!\\d)");
    private static final Pattern ROOM = Pattern.compile("[\\p{Nd}零〇一二两三四五六七八九十百]{1,5}(?=\\s?(?:室|号?房(?!屋)))"
            + "|(?<=(?:单元|栋|幢|座|号楼|门|楼|层|[#＃])\\s?[-—－]?\\s?[A-Za-z]?)"
            + "(?:\\p{Nd}{3,4}|[零〇一二两三四五六七八九]{3,4})(?!\\p{Nd})"
            + "|(?<=(?<!\\p{Nd})\\p{Nd}{1,3}[-—－])\\p{Nd}{3,4}(?!\\p{Nd})"
            + "|(?<![\\p{Nd}-])\\p{Nd}{3,4}(?=\\s?(?:业主|住户|的?[王李张刘陈杨赵黄周吴]))"
            + "|(?<=[给到帮为把])\\p{Nd}{3,4}(?![\\p{Nd}元块米个人次-])"
            + "|(?<=\\*[、,，/和及])\\p{Nd}{3,4}(?!\\p{Nd})");
    private static final Pattern MARKS = Pattern.compile("[^\\dXx]");

    private Masked() {}

    public static String words(String words) {
        return PRIVATE.matcher(words).replaceAll(it -> shortened(it.group()));
    }

    /// For many to read: nor is it seen in which room somebody lives.
    public static String among(String words) {
        String before = words(words);
        String after = withoutRooms(before);
        while (!after.equals(before)) {
            before = after;
            after = withoutRooms(before);
        }
        return after;
    }

    /// Of "501、502" the second one is known by the first.
    private static String withoutRooms(String words) {
        return ROOM.matcher(words).replaceAll(it -> "*".repeat(it.group().length()));
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
