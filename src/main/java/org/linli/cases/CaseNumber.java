package org.linli.cases;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number that a person can read out: `LM-2026-000123`.
public final class CaseNumber {

    private static final Pattern SAID =
            Pattern.compile("(?<![A-Z])([A-Z]{1,8})\\s*-?\\s*(\\d{4})\\s*-?\\s*(\\d{1,9})(?!\\d)");
    private static final Pattern WHOLE = Pattern.compile("[A-Z]{1,8}\\s*-?\\s*20\\d{2}\\s*-?\\s*\\d{4,7}");
    private static final Pattern SHORT = Pattern.compile("(?<!\\d)(0\\d{5})(?!\\d)");

    private static final int LONGEST = 30;

    private CaseNumber() {}

    /// @param prefix of the community, like `LM`
    public static String of(String prefix, int year, long counted) {
        return "%s-%d-%06d".formatted(prefix, year, counted);
    }

    /// The number in somebody's words: in full, however it is written, or only its last six digits with a leading
    /// zero, then of this year.
    public static Optional<String> in(String words, String prefix, int year) {
        String plain = plain(words);
        var said = SAID.matcher(plain);
        if (said.find()) {
            return Optional.of("%s-%s-%06d".formatted(said.group(1), said.group(2), Long.parseLong(said.group(3))));
        }
        var digits = SHORT.matcher(plain);
        return digits.find() ? Optional.of(of(prefix, year, Long.parseLong(digits.group(1)))) : Optional.empty();
    }

    /// Whether it is a whole number and nothing else; a room ("B31502"), a plate or a parcel's number is none.
    public static boolean isOne(String words) {
        return words.length() <= LONGEST && WHOLE.matcher(plain(words).strip()).matches();
    }

    /// Full-width letters and other dashes as their plain ones.
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace('\u2014', '-')
                .replace('\u2013', '-');
    }
}
