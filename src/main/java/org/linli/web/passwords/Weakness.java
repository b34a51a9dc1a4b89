package org.linli.web.passwords;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a password will not do. Most of what leaked lists hold is short, a word that everybody tries, the own name, or a
/// pattern, and each of these is found by a rule; no list is kept (OWASP ASVS 5.0.0, 6.2.12, asks for one).
public enum Weakness {
    /// OWASP ASVS 5.0.0, 6.2.1, would take four less, and recommends more.
    SHORT,
    LONG,
    /// A telephone number, a date, the number of an identity card.
    DIGITS,
    /// The name that one signs in with, or is called by, is most of it.
    NAME,
    /// Little is left without repetitions, rows of keys, and words that everybody tries.
    PATTERN;

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /// Of its characters, how many must not follow from those before them.
    private static final int SURPRISES = 8;

    private static final int BLOCK = 3;

    private static final List<String> ROWS =
            List.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc");
    private static final List<String> TRIED_BY_EVERYBODY = List.of(
            "password",
            "passwd",
            "admin",
            "welcome",
            "letmein",
            "iloveyou",
            "woaini",
            "linli",
            "shequ",
            "mima",
            "p@ssw0rd",
            "passw0rd",
            "邻里",
            "社区",
            "密码",
            "管理员");

    /// Empty for a password that will do.
    ///
    /// @param names what the owner is called: the sign-in name, the name, the unit's
    public static Optional<Weakness> of(String password, Collection<String> names) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(LONG);
        }
        String bare = password.toLowerCase(Locale.ROOT);
        if (bare.codePoints().noneMatch(Character::isLetter)) {
            return Optional.of(DIGITS);
        }
        String nameless = without(bare, names);
        if (surprises(bare) >= SURPRISES && surprises(nameless) < SURPRISES && nameless.length() < bare.length()) {
            return Optional.of(NAME);
        }
        return surprises(without(nameless, TRIED_BY_EVERYBODY)) < SURPRISES ? Optional.of(PATTERN) : Optional.empty();
    }

    private static String without(String text, Collection<String> words) {
        String left = text;
        for (String word : words) {
            left = word.length() < 2 ? left : left.replace(word.toLowerCase(Locale.ROOT), "");
        }
        return left;
    }

    private static long surprises(String text) {
        int[] points = text.codePoints().toArray();
        long found = 0;
        for (int i = 0; i < points.length; i++) {
            found += i > 0 && follows(points, i) ? 0 : 1;
        }
        return found;
    }

    /// From the character before, by a row of keys, or by a block that was there already.
    private static boolean follows(int[] points, int i) {
        String step = new String(points, i - 1, 2);
        String back = new StringBuilder(step).reverse().toString();
        return points[i] == points[i - 1]
                || ROWS.stream().anyMatch(row -> row.contains(step) || row.contains(back))
                || i >= BLOCK && before(points, i).contains(new String(points, i - BLOCK + 1, BLOCK));
    }

    private static String before(int[] points, int i) {
        return new String(points, 0, i);
    }
}
