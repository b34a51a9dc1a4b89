package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.understanding.opennlp.Features.Ear;
import org.linli.understanding.spelling.Packed;

/// Words that mean much the same: 电梯, 货梯 and 轿厢. What was learnt with one of them helps with the others.
final class Kin {

    private static final int LONGEST = 6;
    private static final String[][] KINSHIPS;
    private static final Keys WORDS;
    private static final BitSet FIRST = new BitSet();

    static {
        var kinships = read();
        String[] words = kinships.keySet().toArray(String[]::new);
        WORDS = new Keys(Stream.of(words).map(it -> Features.KIN + it).toArray(String[]::new));
        KINSHIPS = Stream.of(words)
                .map(it -> kinships.getOrDefault(it, List.of()).toArray(String[]::new))
                .toArray(String[][]::new);
        Stream.of(words).forEach(it -> FIRST.set(it.charAt(0)));
    }

    private Kin() {}

    /// The kinships of all words in the text, like `#12`.
    static void tell(String text, Ear ear) {
        for (int from = 0; from < text.length(); from++) {
            int last = FIRST.get(text.charAt(from)) ? Math.min(from + LONGEST, text.length()) : from;
            for (int to = from + 1; to <= last; to++) {
                int word = WORDS.number(Keys.key(Features.KIN, text, from, to));
                if (word >= 0) {
                    tell(KINSHIPS[word], ear);
                }
            }
        }
    }

    private static void tell(String[] kinships, Ear ear) {
        for (String it : kinships) {
            ear.hear(Features.KIN, it, 0, it.length());
        }
    }

    /// The first word of the text that belongs to this kinship, like `12`; empty where none does.
    static String wordIn(String text, String kinship) {
        for (int from = 0; from < text.length(); from++) {
            for (int to = Math.min(from + LONGEST, text.length()); to > from; to--) {
                int word = WORDS.number(Keys.key(Features.KIN, text, from, to));
                if (word >= 0 && List.of(KINSHIPS[word]).contains(kinship)) {
                    return text.substring(from, to);
                }
            }
        }
        return "";
    }

    private static List<String> lines() {
        return Stream.of("kin.txt", "cues.txt")
                .flatMap(it -> Packed.lines(it).stream())
                .toList();
    }

    /// By word, in the order of the files.
    private static Map<String, List<String>> read() {
        var kinships = new LinkedHashMap<String, List<String>>();
        int number = 0;
        for (String line : lines()) {
            String kinship = String.valueOf(++number);
            for (String word : line.toLowerCase(Locale.ROOT).split(" ")) {
                kinships.computeIfAbsent(word, _ -> new ArrayList<>()).add(kinship);
            }
        }
        return kinships;
    }
}
