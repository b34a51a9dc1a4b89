package org.linli.polls.ballots;

import java.util.List;

/// Numbers as people write them: `3`, `三`, `十二`, `两`.
public final class Numerals {

    /// One of them, for a pattern.
    static final String ONE = "(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})";

    private static final List<String> DIGITS = List.of("", "一", "二", "三", "四", "五", "六", "七", "八", "九");

    private Numerals() {}

    /// Up to 99 in Chinese; other signs together are no number of ours.
    public static int number(String said) {
        if (Character.isDigit(said.charAt(0))) {
            return Integer.parseInt(said);
        }
        int ten = said.indexOf('十');
        if (ten < 0) {
            return said.length() == 1 ? digit(said) : 0;
        }
        String before = said.substring(0, ten);
        String behind = said.substring(ten + 1);
        return (before.isEmpty() ? 1 : digit(before)) * 10 + (behind.isEmpty() ? 0 : digit(behind));
    }

    private static int digit(String said) {
        return Math.max(0, DIGITS.indexOf(said.equals("两") ? "二" : said));
    }
}
