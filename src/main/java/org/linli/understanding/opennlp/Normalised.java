package org.linli.understanding.opennlp;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.understanding.spelling.Plain;

/// A message as the classifier sees it: what does not change its meaning is gone.
///
/// @param text at most [#MOST] characters; may be empty
record Normalised(String text) {

    /// What comes later in a pasted notice no longer changes what it is about.
    static final int MOST = 400;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Cs}\\uFE0F&&[^\\n\\t]]");
    private static final Pattern MENTION = Pattern.compile("@[^\\s@,，。!！?？:：]{1,20}[\\s\\u2005]?");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1{2,}", Pattern.DOTALL);

    /// How somebody separates clauses says who writes, not what is wanted. Questions and exclamations stay.
    private static final Pattern PAUSE = Pattern.compile("[\\s,，.。、;；:：…~\\-—()（）\"“”'‘’《》<>\\[\\]【】]+");

    static Normalised of(String said) {
        String start = said.length() > 4 * MOST ? said.substring(0, 4 * MOST) : said;
        String text =
                Plain.of(Normalizer.normalize(start, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        text = INVISIBLE.matcher(text).replaceAll("");
        text = MENTION.matcher(text).replaceAll("");
        text = DIGIT.matcher(text).replaceAll("0");
        text = REPEATED.matcher(text).replaceAll("$1$1");
        text = PAUSE.matcher(text).replaceAll(" ").strip();
        return new Normalised(text.length() > MOST ? text.substring(0, MOST) : text);
    }
}
