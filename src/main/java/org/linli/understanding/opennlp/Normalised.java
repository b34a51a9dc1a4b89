package org.linli.understanding.opennlp;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.linli.understanding.spelling.Plain;

/// A message as the classifier sees it: what does not change its meaning is gone.
///
/// Full-width forms are the usual ones, letters small, digits `0`, mentions and invisible characters away, a character
/// at most twice in a row, and every pause and exclamation mark a space: they say who writes, not what is wanted.
///
/// @param text at most [#MOST] characters; may be empty
record Normalised(String text) {

    /// What comes later in a pasted notice no longer changes what it is about.
    static final int MOST = 400;

    private static final Pattern MENTION = Pattern.compile("@[^\\s@,，。!！?？:：]{1,20}[\\s\\u2005]?");
    private static final String PAUSES = "!！,，.。、;；:：…~-—()\"“”'‘’《》<>[]【】";

    /// What people say while they think, before they say something.
    private static final Pattern HESITATION =
            Pattern.compile("^(?:[嗯呃额啊唉哎诶欸]+|那个|这个|就是说|就是|然后|反正|对吧|[\\s,，。.!！、…]+){1,20}(?=.{3})");

    private static final String HESITATES = "嗯呃额啊唉哎诶欸那这就然反对";
    private static final String PLAIN = "，。！？、；：（）“”‘’《》【】…—";

    static Normalised of(String said) {
        return squeezed(Plain.of(usual(said)));
    }

    /// As it is written: letters stay letters, though they may spell Chinese words.
    static Normalised written(String said) {
        return squeezed(usual(said));
    }

    /// Whether two Latin letters stand together, so that they may spell something.
    static boolean hasLetters(String said) {
        for (int i = 1; i < Math.min(said.length(), 4 * MOST); i++) {
            if (isLetter(said.charAt(i - 1)) && isLetter(said.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char it) {
        return it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z';
    }

    /// As much of it as is looked at.
    static String start(String said) {
        return said.length() > 4 * MOST ? said.substring(0, 4 * MOST) : said;
    }

    private static String usual(String said) {
        String start = start(said);
        return isPlain(start) ? start : Normalizer.normalize(start, Normalizer.Form.NFKC);
    }

    private static Normalised squeezed(String usual) {
        String named = usual.indexOf('@') < 0 ? usual : MENTION.matcher(usual).replaceAll("");
        String text = hesitates(named) ? HESITATION.matcher(named).replaceFirst("") : named;
        return new Normalised(new Squeezed(text.length()).all(text));
    }

    private static boolean hesitates(String text) {
        return !text.isEmpty() && HESITATES.indexOf(text.charAt(0)) >= 0;
    }

    /// Most messages have nothing that Unicode knows another form of.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            boolean han = it >= '\u4e00' && it <= '\u9fff';
            if (!han && it >= '\u0080' && PLAIN.indexOf(it) < 0) {
                return false;
            }
        }
        return true;
    }

    /// What is left, character by character.
    private static final class Squeezed {

        private final StringBuilder kept;
        private int last = ' ';
        private int secondLast = -1;

        Squeezed(int length) {
            this.kept = new StringBuilder(Math.min(length, MOST) + 2);
        }

        String all(String text) {
            for (int i = 0; i < text.length() && kept.length() < MOST; ) {
                int it = text.codePointAt(i);
                i += Character.charCount(it);
                see(it);
            }
            int end = last == ' ' && !kept.isEmpty() ? kept.length() - 1 : kept.length();
            return kept.substring(0, Math.min(end, MOST));
        }

        private void see(int it) {
            if (it >= '\u4e00' && it <= '\u9fff') {
                keep(it);
            } else if (Character.isWhitespace(it) || Character.isSpaceChar(it) || PAUSES.indexOf(it) >= 0) {
                pause();
            } else if (Character.isDigit(it)) {
                keep('0');
            } else if (!isInvisible(it)) {
                keep(it == '！' ? '!' : it == '？' ? '?' : Character.toLowerCase(it));
            }
        }

        private void pause() {
            if (last != ' ') {
                keep(' ');
            }
        }

        private void keep(int it) {
            if (it != last || it != secondLast) {
                kept.appendCodePoint(it);
                secondLast = last;
                last = it;
            }
        }

        private static boolean isInvisible(int it) {
            int type = Character.getType(it);
            return type == Character.FORMAT
                    || type == Character.CONTROL
                    || type == Character.SURROGATE
                    || it == '\uFE0F';
        }
    }
}
