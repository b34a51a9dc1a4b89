package org.linli.understanding.opennlp;

import java.util.LinkedHashSet;
import java.util.Set;
import org.linli.understanding.spelling.Simplified;

/// What the classifier looks at: in a message with Chinese characters pieces of one or two characters and of one or
/// two syllables, pairs of characters with one between them, and kindred words; in any other message words, pairs of
/// them and pieces of two to five letters within them, and beside them the Chinese that the letters spell; and a few
/// facts.
///
/// The first character of a name says its kind.
final class Features {

    /// Lets a label be likelier than others before anything is read. Part of every message, never handed out.
    static final String ALWAYS = "*always";

    static final char PIECE = '-';
    static final char AROUND = '_';
    static final char SOUND = '~';
    static final char WORD = '=';
    static final char LETTERS = '+';
    static final char KIN = '#';
    static final char FACT = '*';

    /// Three would only learn the examples by heart: measured, they make guesses worse.
    private static final int LONGEST_PIECE = 2;

    private static final int SHORTEST_LETTERS = 2;
    private static final int LONGEST_LETTERS = 5;

    /// Hears each feature, some of them more than once.
    interface Ear {

        /// A name: its kind, then a range of the text.
        void hear(char kind, CharSequence text, int from, int to);
    }

    private Features() {}

    /// The names of a message, each once.
    static Set<String> of(String said) {
        Set<String> names = new LinkedHashSet<>();
        tell(
                said,
                (kind, text, from, to) ->
                        names.add(kind + text.subSequence(from, to).toString()));
        return names;
    }

    static void tell(String said, Ear ear) {
        tell(said, Normalised.of(said).text(), ear);
    }

    /// @param text the same, [Normalised]
    static void tell(String said, String text, Ear ear) {
        if (isChinese(said, text)) {
            chinese(text, Normalised.hasLetters(said) ? seen(said, ear) : ear);
        } else {
            words(" " + Normalised.written(said).text() + " ", ear);
            spelled(text, ear);
        }
        Facts.tell(said, text, ear);
    }

    private static void chinese(String text, Ear ear) {
        String whole = "^" + text + "$";
        pieces(whole, PIECE, ear);
        around(whole, ear);
        pieces(Pinyin.of(whole), SOUND, ear);
        Kin.tell(text, ear);
    }

    /// Of a character that is only guessed from letters the sound is right, and which one it is may not be.
    private static Ear seen(String said, Ear ear) {
        String written = Simplified.of(said);
        return (kind, part, from, to) -> {
            if (kind != PIECE && kind != AROUND
                    || isIn(written, part.charAt(from)) && isIn(written, part.charAt(to - 1))) {
                ear.hear(kind, part, from, to);
            }
        };
    }

    private static boolean isIn(String written, char it) {
        return !isHan(it) || written.indexOf(it) >= 0;
    }

    /// What letters turn out to spell is heard beside them, without the letters between.
    private static void spelled(String text, Ear ear) {
        if (hasHan(text)) {
            chinese(text, (kind, part, from, to) -> {
                if (kind == KIN || !isLatin(part.charAt(from)) && !isLatin(part.charAt(to - 1))) {
                    ear.hear(kind, part, from, to);
                }
            });
        }
    }

    private static boolean isLatin(char it) {
        return it >= 'a' && it <= 'z';
    }

    private static void pieces(String text, char kind, Ear ear) {
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= Math.min(from + LONGEST_PIECE, text.length()); to++) {
                ear.hear(kind, text, from, to);
            }
        }
        acrossPauses(text, kind, ear);
    }

    /// Who speaks into a telephone makes no pauses.
    private static void acrossPauses(String text, char kind, Ear ear) {
        for (int pause = text.indexOf(' ', 1); pause > 0 && pause < text.length() - 1; ) {
            ear.hear(kind, "" + text.charAt(pause - 1) + text.charAt(pause + 1), 0, 2);
            pause = text.indexOf(' ', pause + 1);
        }
    }

    /// 没…水 of 没有水 and of 没热水.
    private static void around(String text, Ear ear) {
        char[] pairs = new char[2 * Math.max(0, text.length() - 2)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = text.charAt(i / 2 + 2 * (i % 2));
        }
        var all = new String(pairs);
        for (int from = 0; from < pairs.length; from += 2) {
            ear.hear(AROUND, all, from, from + 2);
        }
    }

    /// The first and the last word make a pair with the space before and after them.
    private static void words(String text, Ear ear) {
        int previous = 0;
        for (int from = 1; from < text.length() - 1; ) {
            int to = wordEnd(text, from);
            if (text.charAt(from) != ' ') {
                ear.hear(WORD, text, from, to);
                ear.hear(WORD, text, previous, to);
                letters(text, from - 1, to + 1, ear);
                previous = from;
            }
            from = to;
        }
        ear.hear(WORD, text, previous, text.length());
    }

    private static int wordEnd(String text, int from) {
        int to = from + 1;
        while (isWord(text.charAt(from)) && isWord(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static void letters(String text, int start, int end, Ear ear) {
        for (int from = start; from < end; from++) {
            for (int to = from + SHORTEST_LETTERS; to <= Math.min(from + LONGEST_LETTERS, end); to++) {
                ear.hear(LETTERS, text, from, to);
            }
        }
    }

    private static boolean isWord(char it) {
        return Character.isLetterOrDigit(it);
    }

    /// @param text the same, [Normalised]
    static boolean isChinese(String said, String text) {
        return hasHan(said) || isMostlyHan(text);
    }

    /// So that Chinese in letters is Chinese, and English with a word that sounds like one is not.
    private static boolean isMostlyHan(String text) {
        int balance = 0;
        for (int i = 0; i < text.length(); i++) {
            balance += isHan(text.charAt(i)) ? 1 : isLatin(text.charAt(i)) ? -1 : 0;
        }
        return balance > 0;
    }

    static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isHan(char it) {
        return it >= '\u3400' && it <= '\u9fff';
    }
}
