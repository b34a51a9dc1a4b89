package org.linli.deploy;

import java.util.List;
import java.util.Random;

/// Breaks texts as nobody would by hand: by one number, so that what it found can be found again.
record Damage(long seed, Random dice) {

    private static final List<String> PIECES = List.of(
            "]]>",
            "<![CDATA[",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>",
            "&a;",
            "&#0;",
            "\0",
            "\uFFFF",
            "\uD83D",
            "{\"a\":",
            "[[[[[[[[",
            "99999999999999999999",
            "-1",
            "1e999",
            "null",
            "../../",
            "${x}",
            "'",
            "\"",
            "<MsgType>",
            "</xml>",
            "电梯",
            "\u202E");

    /// What fields are filled with by those who mean no good, or have pressed the wrong key.
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x",
            "0",
            "-1",
            "1",
            "7",
            "true",
            "on",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "1e999",
            "NaN",
            "0.005",
            "2026-02-30",
            "2026-03-02",
            "2026-03-02T09:30",
            "2026-03-02T09:30:00+08:00",
            "+999999999-12-31",
            "-999999999-01-01",
            "-999999999-01-01T00:00",
            "+999999999-12-31T23:59",
            "+999999999-12-31T23:59:59Z",
            "+294277-01-01T00:00:00Z",
            "-4714-01-01T00:00:00Z",
            "0000-01-01",
            "PT99999999999999H",
            "00000000-0000-0000-0000-000000000000",
            "a\0b",
            "\uD83D",
            "楼道灯坏了",
            "'; select 1; --",
            "%",
            "_",
            "\\",
            "<script>",
            "[[${1}]]",
            "{0}",
            "{",
            "[]",
            "{}",
            "../../etc/passwd",
            "http://[",
            "https://example.org/x",
            "lm",
            "b3",
            "chen",
            "desk",
            "电".repeat(5_000));

    static Damage any() {
        long seed = Long.getLong("fuzz.seed", 20261122);
        return new Damage(seed, new Random(seed));
    }

    String value() {
        String value = one(VALUES);
        return dice.nextInt(8) == 0 ? text(value) : value;
    }

    <T> T one(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }

    /// One time in so many.
    boolean once(int in) {
        return dice.nextInt(in) == 0;
    }

    String text(String text) {
        var it = new StringBuilder(text);
        for (int times = dice.nextInt(6); times > 0; times--) {
            int from = dice.nextInt(it.length() + 1);
            int to = Math.min(it.length(), from + dice.nextInt(20));
            switch (dice.nextInt(5)) {
                case 0 -> it.delete(from, to);
                case 1 -> it.insert(from, one(PIECES));
                case 2 -> it.insert(from, it.substring(from, to).repeat(dice.nextInt(50)));
                case 3 -> it.insert(from, (char) dice.nextInt(Character.MAX_VALUE));
                default -> it.setLength(from);
            }
        }
        return it.toString();
    }
}
