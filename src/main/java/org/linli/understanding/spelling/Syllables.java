package org.linli.understanding.spelling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Syllables as a dictation or an accent may confuse them: without tones, 四 and 十 alike, 民 and 明 alike.
///
/// @param syllables one a character; a character without a sound is itself
record Syllables(List<String> syllables) {

    private static final int MOST = 300;

    /// By character, filled as they occur; whoever finds one missing finds the same.
    private static final String[] KNOWN = new String[Character.MAX_VALUE + 1];

    static Syllables of(String said) {
        String text = said.substring(0, Math.min(MOST, said.length()));
        return new Syllables(text.chars().mapToObj(Syllables::syllable).toList());
    }

    /// Each two that follow one another, once.
    Stream<String> pairs() {
        return IntStream.range(1, syllables.size())
                .mapToObj(i -> syllables.get(i - 1) + ' ' + syllables.get(i))
                .distinct();
    }

    /// Whether something as long as the name, or one longer or shorter, is at most so many syllables away from it.
    boolean has(Syllables name, int mistakes) {
        int length = name.syllables().size();
        for (int from = 0; from < syllables.size(); from++) {
            for (int to = from + length - mistakes; to <= Math.min(syllables.size(), from + length + mistakes); to++) {
                if (distance(syllables.subList(from, Math.max(from, to)), name.syllables()) <= mistakes) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int distance(List<String> said, List<String> meant) {
        int[] before = new int[meant.size() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= said.size(); i++) {
            int[] now = new int[meant.size() + 1];
            now[0] = i;
            for (int j = 1; j <= meant.size(); j++) {
                int replaced = before[j - 1] + (said.get(i - 1).equals(meant.get(j - 1)) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[meant.size()];
    }

    private static String syllable(int it) {
        String known = KNOWN[it];
        return known == null ? KNOWN[it] = spoken(Character.toString(it)) : known;
    }

    private static String spoken(String character) {
        String sound = Letters.sound(character);
        return sound.isEmpty()
                ? character
                : sound.replaceFirst("^([zcs])h", "$1").replaceFirst("ng$", "n").replaceFirst("^l", "n");
    }
}
