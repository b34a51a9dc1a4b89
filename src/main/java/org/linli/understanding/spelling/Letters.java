package org.linli.understanding.spelling;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;

/// Chinese words for those that stand in letters: `dianti huai le` and `lift坏了` are 电梯坏了.
///
/// Known are the kindred words of the classifier and single syllables by their sounds without tones, and a short list
/// of English. Of a single syllable only the sound is right. What cannot be said in syllables stays, a building's `B`
/// too.
public final class Letters {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 24;
    private static final int LONGEST_RUN = 120;
    private static final Pattern RUN = Pattern.compile("[A-Za-z]{2,}(?:[ '][A-Za-z]{2,})*");
    private static final Map<String, String> WORDS = words();

    private Letters() {}

    public static String spelledOut(String text) {
        return hasLetters(text)
                ? RUN.matcher(text).replaceAll(it -> Matcher.quoteReplacement(words(it.group())))
                : text;
    }

    /// As few words as possible; all or nothing, so that a name is not torn to pieces.
    private static String words(String run) {
        String letters = run.toLowerCase(Locale.ROOT).replaceAll("[ ']", "");
        if (letters.length() > LONGEST_RUN) {
            return run;
        }
        var best = new @Nullable String[letters.length() + 1];
        var pieces = new int[letters.length() + 1];
        best[0] = "";
        for (int to = 1; to <= letters.length(); to++) {
            for (int from = Math.max(0, to - LONGEST); from < to; from++) {
                @Nullable String word = WORDS.get(letters.substring(from, to));
                boolean better = best[from] != null && (best[to] == null || pieces[from] + 1 < pieces[to]);
                if (word != null && better) {
                    best[to] = best[from] + word;
                    pieces[to] = pieces[from] + 1;
                }
            }
        }
        return Objects.requireNonNullElse(best[letters.length()], run);
    }

    private static boolean hasLetters(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (isLetter(text.charAt(i)) && isLetter(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char it) {
        return it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z';
    }

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (String line : Packed.lines("kin.txt")) {
            for (String word : line.split(" ")) {
                String sound = sound(word);
                if (word.length() >= SHORTEST && !sound.isEmpty()) {
                    words.putIfAbsent(sound, word);
                }
            }
        }
        for (String common : Packed.lines("syllables.txt")) {
            words.putIfAbsent(sound(common), common);
        }
        for (char any = '一'; any <= '龥'; any++) {
            String sound = sound(Character.toString(any));
            if (sound.length() >= SHORTEST) {
                words.putIfAbsent(sound, Character.toString(any));
            }
        }
        for (String line : Packed.lines("loanwords.txt")) {
            words.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return words;
    }

    /// Empty where not all is spoken.
    static String sound(String word) {
        var sound = new StringBuilder();
        for (char it : word.toCharArray()) {
            String @Nullable [] readings = PinyinHelper.toHanyuPinyinStringArray(it);
            if (readings == null || readings.length == 0) {
                return "";
            }
            sound.append(readings[0], 0, readings[0].length() - 1);
        }
        return sound.toString().replace("u:", "v");
    }
}
