package org.linli.notices.aloud;

import java.util.stream.Collectors;

/// Numbers as they are said in Chinese. Pure.
final class Numeral {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] PLACES = {"", "十", "百", "千"};
    private static final int MYRIAD = 10_000;

    private Numeral() {}

    /// As a quantity: 21 is 二十一.
    ///
    /// @param number from 0 to 99,999,999
    static String of(int number) {
        if (number < 0 || number >= MYRIAD * MYRIAD) {
            throw new IllegalArgumentException("%d (expected: 0 to 99999999)".formatted(number));
        }
        if (number == 0) {
            return "零";
        }
        String said = number >= MYRIAD ? of(number / MYRIAD) + "万" + rest(number % MYRIAD) : below(number);
        return said.startsWith("一十") ? said.substring(1) : said;
    }

    private static String rest(int number) {
        String gap = number < MYRIAD / 10 ? "零" : "";
        return number == 0 ? "" : gap + below(number);
    }

    private static String below(int number) {
        var said = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = number / (int) Math.pow(10, place) % 10;
            if (digit > 0) {
                said.append(gap && !said.isEmpty() ? "零" : "")
                        .append(digit(digit))
                        .append(PLACES[place]);
            }
            gap = digit == 0;
        }
        return said.toString();
    }

    /// One after the other, as telephone numbers are said: 幺 for one, because 一 sounds like 七.
    static String oneByOne(String digits) {
        return digits.chars()
                .filter(Character::isDigit)
                .mapToObj(it -> it == '1' ? "幺" : digit(it - '0'))
                .collect(Collectors.joining());
    }

    /// One after the other, as years are said.
    static String year(String digits) {
        return digits.chars().mapToObj(it -> digit(it - '0')).collect(Collectors.joining());
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
