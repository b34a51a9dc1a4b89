package org.linli.understanding.spelling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a report is about, finer than its label, by words that give it away: 停水 and 水小 are two matters of water.
///
/// @param numbers of the packed list
public record Matters(Set<Integer> numbers) {

    private static final int LONGEST = 8;
    private static final Map<String, Map<String, Set<Integer>>> LABELS = read();
    private static final Map<String, Set<Integer>> ALL = all();

    public Matters {
        numbers = Set.copyOf(numbers);
    }

    /// Of all labels.
    public static Matters of(String said) {
        return in(said, ALL);
    }

    /// Of this label; of all where the list knows none of it.
    public static Matters of(String said, String label) {
        return in(said, LABELS.getOrDefault(label, ALL));
    }

    /// At each place the longest word counts: 单元门禁 is not 单元门.
    private static Matters in(String said, Map<String, Set<Integer>> words) {
        String text = Plain.of(said).toLowerCase(Locale.ROOT);
        var numbers = new HashSet<Integer>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + LONGEST);
            while (to > from && !words.containsKey(text.substring(from, to))) {
                to--;
            }
            numbers.addAll(words.getOrDefault(text.substring(from, to), Set.of()));
            from = Math.max(to, from + 1);
        }
        return new Matters(numbers);
    }

    /// How many of all are in both: 0 to 1.
    public double share(Matters other) {
        var both = new HashSet<>(numbers);
        both.retainAll(other.numbers());
        int all = numbers.size() + other.numbers().size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    public boolean isApartFrom(Matters other) {
        return !numbers.isEmpty() && !other.numbers().isEmpty() && share(other) == 0;
    }

    private static Map<String, Map<String, Set<Integer>>> read() {
        var labels = new HashMap<String, Map<String, Set<Integer>>>();
        Map<String, Set<Integer>> words = new HashMap<>();
        int number = 0;
        for (String line : Packed.lines("matters.txt")) {
            if (line.endsWith(":")) {
                words = labels.computeIfAbsent(line.substring(0, line.length() - 1), _ -> new HashMap<>());
                continue;
            }
            number++;
            for (String word : line.toLowerCase(Locale.ROOT).split(" ")) {
                words.computeIfAbsent(word, _ -> new HashSet<>()).add(number);
            }
        }
        return labels;
    }

    private static Map<String, Set<Integer>> all() {
        var all = new HashMap<String, Set<Integer>>();
        LABELS.values()
                .forEach(words -> words.forEach((word, numbers) ->
                        all.computeIfAbsent(word, _ -> new HashSet<>()).addAll(numbers)));
        return all;
    }
}
