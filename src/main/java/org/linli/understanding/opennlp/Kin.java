package org.linli.understanding.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Words that mean much the same: 电梯, 货梯 and 轿厢. What was learnt with one of them helps with the others.
final class Kin {

    private static final String FILE = "/understanding/kin.txt";
    private static final int LONGEST = 6;
    private static final Map<String, List<String>> KINSHIPS = read();
    private static final BitSet FIRST = firstCharacters();

    private Kin() {}

    /// Adds the kinships of all words in the text, like `#12`.
    static void of(String text, Set<String> into) {
        for (int from = 0; from < text.length(); from++) {
            int last = FIRST.get(text.charAt(from)) ? Math.min(from + LONGEST, text.length()) : from;
            for (int to = from + 1; to <= last; to++) {
                into.addAll(KINSHIPS.getOrDefault(text.substring(from, to), List.of()));
            }
        }
    }

    /// The first word of the text that belongs to this kinship; empty where none does.
    static String wordIn(String text, String kinship) {
        for (int from = 0; from < text.length(); from++) {
            for (int to = Math.min(from + LONGEST, text.length()); to > from; to--) {
                String word = text.substring(from, to);
                if (KINSHIPS.getOrDefault(word, List.of()).contains(kinship)) {
                    return word;
                }
            }
        }
        return "";
    }

    private static Map<String, List<String>> read() {
        var kinships = new HashMap<String, List<String>>();
        int number = 0;
        for (String line : text().lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            number++;
            for (String word : line.toLowerCase(Locale.ROOT).split(" ")) {
                kinships.computeIfAbsent(word, _ -> new ArrayList<>()).add("#" + number);
            }
        }
        return kinships;
    }

    private static BitSet firstCharacters() {
        var first = new BitSet();
        KINSHIPS.keySet().forEach(it -> first.set(it.charAt(0)));
        return first;
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Kin.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packed file of kindred words cannot be read", unreadable);
        }
    }
}
