package org.linli.understanding.entities;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.understanding.spelling.Simplified;

/// A message as the rules read it: half-width, upper case, without invisible marks, with simplified characters and
/// places as they were meant.
final class CleanText {

    /// What comes later in a pasted text is not about the sender's flat.
    private static final int MOST = 2_000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\uFE0F\\u20E3]");
    private static final Pattern DASH = Pattern.compile("[‐‑–—―−－─~～]+");

    private CleanText() {}

    /// As much of it as is read at all.
    static String head(String said) {
        return said.length() > MOST ? said.substring(0, MOST) : said;
    }

    static String of(String said) {
        String text = halfWidth(head(said));
        text = isPlain(text) ? text : usual(text);
        return Misspelt.repaired(
                Simplified.of(Misspelt.letters(EnglishPlaces.spelledOut(text)).toUpperCase(Locale.ROOT)));
    }

    /// ，！？０Ａ, which nearly every message has one of.
    private static String halfWidth(String text) {
        char[] half = text.toCharArray();
        for (int i = 0; i < half.length; i++) {
            half[i] = half[i] >= '！' && half[i] <= '～' ? (char) (half[i] - '！' + '!') : half[i];
        }
        return new String(half);
    }

    /// Otherwise most have nothing that Unicode knows another form of.
    private static boolean isPlain(String text) {
        return text.chars()
                .allMatch(it -> it >= '\u4e00' && it <= '\u9fff'
                        || it >= ' ' && it < '\u007f' && it != '~'
                        || ",。、".indexOf(it) >= 0);
    }

    private static String usual(String text) {
        String usual = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return DASH.matcher(usual).replaceAll("-");
    }
}
