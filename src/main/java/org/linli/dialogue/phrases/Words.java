package org.linli.dialogue.phrases;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes what people type fit to be kept: without marks that nobody sees, and not endless.
public final class Words {

    static final int MOST = 2_000;

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\x{FE00}-\\x{FE0F}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]+");
    /// How our letters mark a button; whoever copies it, or the app that does, says what stands behind it.
    private static final Pattern COPIED = Pattern.compile("^[\\s▸▶►➤>＞•·]*[▸▶►➤>＞][\\s▸▶►➤>＞•·]*(?=\\S)");
    private static final Pattern BLANKS = Pattern.compile("[^\\S\\n]{2,}");

    /// Nine say what ninety do, and cost whoever reads them less.
    private static final Pattern SHOUTED = Pattern.compile("([\\p{P}\\p{S}&&[^-_*]])\\1{9,}");

    private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern WIDE_DIGIT = Pattern.compile("[０-９]");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{Nd}]");

    private Words() {}

    /// What was said, readable: marks of writing direction, zero-width and control characters gone, wide digits
    /// narrow, blanks and marks without end made few, nothing that our letters would take for a button, cut
    /// after [#MOST] characters with dots. May be empty.
    public static String clean(String said) {
        String head = said.length() > 8 * MOST ? said.substring(0, 8 * MOST) : said;
        String text = UNSEEN.matcher(head).replaceAll("");
        text = BLANK_LINES.matcher(text.replace('\r', '\n')).replaceAll("\n");
        text = COPIED.matcher(CONTROL.matcher(text).replaceAll(" ").strip())
                .replaceFirst("")
                .replace('▸', '>')
                .strip();
        String narrow = WIDE_DIGIT
                .matcher(text)
                .replaceAll(it -> Character.toString(it.group().charAt(0) - '０' + '0'));
        return brief(
                SHOUTED.matcher(BLANKS.matcher(narrow).replaceAll(" "))
                        .replaceAll(it -> Matcher.quoteReplacement(it.group(1).repeat(9))),
                MOST);
    }

    /// The first characters, for a list of lines.
    public static String brief(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /// What stays the same when a machine says it again with another number, time or mark: letters alone. The words
    /// themselves where there are none.
    public static String gist(String text) {
        String letters = NO_LETTER.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.isEmpty() ? text.strip() : letters;
    }

    /// Whether it is nothing but emoji and punctuation.
    public static boolean areWordless(String text) {
        return !LETTER_OR_DIGIT.matcher(text).find();
    }
}
