package org.linli.masking;

import java.util.regex.Pattern;

/// Puts zeros in the place of telephone numbers, identity cards and rooms, with as many digits as there were. A
/// building keeps its number, and so does a hotline that was called.
final class NumberMask {

    /// With the marks that people put between the digits.
    private static final Pattern NUMBERS = Pattern.compile(
            "\\d(?:[ -]?\\d){6,}+" // a telephone or a card
                    + "|\\d{3,}" // a room, or anything that long
                    + "|(?<=[-#栋幢座楼元门梯]\\s?)\\d{1,2}(?!\\d|\\s?(?:号楼|栋|幢|座|单元|门|梯|楼|层))" // 3-2-1
                    + "|\\d{1,2}(?=\\s?[A-Za-z]?\\s?(?:室|户|房))");

    private static final Pattern SPOKEN = Pattern.compile("[零〇一二三四五六七八九幺两]{3,}|[零〇一二三四五六七八九十百]{1,5}(?=\\s?(?:室|户|房))");
    private static final Pattern HOTLINE = Pattern.compile("12345|12315|110|119|120|122");
    private static final Pattern CALLED = Pattern.compile("(?:打|拨|报|叫|热线)(?:了|过|个|通)*\\s?$");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九幺两]");

    private NumberMask() {}

    static String hide(String text) {
        String masked = NUMBERS.matcher(text)
                .replaceAll(it -> isHotline(text, it.start(), it.group()) ? it.group() : zeros(it.group()));
        return SPOKEN.matcher(masked).replaceAll(it -> "〇".repeat(it.group().length()));
    }

    private static boolean isHotline(String text, int start, String number) {
        return HOTLINE.matcher(number).matches()
                && CALLED.matcher(text.substring(0, start)).find();
    }

    /// Every digit, whatever it counts.
    static String zeros(String text) {
        return DIGIT.matcher(text).replaceAll("0");
    }

    /// Every digit that is written as a character, whatever it counts.
    static String spokenZeros(String text) {
        return NUMERAL.matcher(text).replaceAll("〇");
    }
}
