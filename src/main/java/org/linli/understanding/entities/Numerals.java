package org.linli.understanding.entities;

import java.util.stream.Collectors;

/// Numbers as people write them: `12`, 十二, 五零一, 幺零二, 二十一, 一百零三.
final class Numerals {

    /// One numeral of a Chinese number.
    static final String CN = "[零〇一二三四五六七八九十百两幺]";

    /// A number begins with one of these.
    static final String ALL = "0123456789零〇一二三四五六七八九十百两幺";

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /// In Arabic digits; what is no numeral stays: `3A` is `3A`.
    static String arabic(String said) {
        if (said.chars().noneMatch(c -> c == '十' || c == '百' || c == '千')) {
            return said.chars().mapToObj(Numerals::digit).collect(Collectors.joining());
        }
        String letters = said.replaceAll("千|" + CN, "");
        return value(said.replaceAll("[^零〇一二三四五六七八九十百两幺千]", "")) + letters;
    }

    /// @param said digits or a Chinese number below a thousand
    static int number(String said) {
        return Integer.parseInt(arabic(said));
    }

    /// 二百五 counts in tens what comes last, 250; 一千二 in hundreds.
    private static int value(String said) {
        int thousand = said.indexOf('千');
        if (thousand > 0) {
            String rest = said.substring(thousand + 1);
            return 1000 * units(said.substring(0, thousand), 1)
                    + (rest.length() == 1 ? 100 * units(rest, 0) : value(rest));
        }
        int hundred = said.indexOf('百');
        if (hundred >= 0) {
            String rest = said.substring(hundred + 1);
            boolean short10 = rest.length() == 1;
            return 100 * units(said.substring(0, hundred), 1) + (short10 ? 10 * units(rest, 0) : below(rest));
        }
        return below(said);
    }

    private static int below(String said) {
        int ten = said.indexOf('十');
        return ten < 0 ? units(said, 0) : 10 * units(said.substring(0, ten), 1) + units(said.substring(ten + 1), 0);
    }

    private static int units(String said, int none) {
        String digits = said.replaceAll("[零〇十百千]", "");
        return digits.isEmpty() ? none : Integer.parseInt(digit(digits.charAt(0)));
    }

    private static String digit(int said) {
        return switch (said) {
            case '〇' -> "0";
            case '幺' -> "1";
            case '两', '俩' -> "2";
            case '仨' -> "3";
            default -> {
                int at = DIGITS.indexOf(said);
                yield at < 0 ? Character.toString(said) : String.valueOf(at);
            }
        };
    }
}
