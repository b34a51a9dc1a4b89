package org.linli.understanding.entities;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A message as the rules read it: half-width, upper case, without invisible marks, with the simplified forms of the
/// few characters that the rules know.
final class CleanText {

    /// What comes later in a pasted text is not about the sender's flat.
    private static final int MOST = 2_000;

    private static final String TRADITIONAL = "號樓棟單門層點週後時鐘個兩間從這電話開來還過連續禮個";
    private static final String SIMPLIFIED = "号楼栋单门层点周后时钟个两间从这电话开来还过连续礼个";
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\uFE0F\\u20E3]");
    private static final Pattern DASH = Pattern.compile("[‐‑–—―−－─~～]+");

    private CleanText() {}

    /// Spares most messages the patterns that could not match anyway.
    static boolean hasAny(String characters, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static String of(String said) {
        String text = said.length() > MOST ? said.substring(0, MOST) : said;
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        text = Misspelt.letters(text).toUpperCase(Locale.ROOT);
        text = DASH.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("-");
        char[] simplified = text.toCharArray();
        for (int i = 0; i < simplified.length; i++) {
            int at = simplified[i] < '\u4e00' ? -1 : TRADITIONAL.indexOf(simplified[i]);
            simplified[i] = at < 0 ? simplified[i] : SIMPLIFIED.charAt(at);
        }
        return Misspelt.repaired(new String(simplified));
    }
}
