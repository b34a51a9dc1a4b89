package org.linli.understanding.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How well one label is told from the others.
///
/// @param confusedWith labels that its examples were taken for, how often
record Score(double precision, double recall, double f1, int support, Map<String, Long> confusedWith) {

    /// By label, in order.
    static TreeMap<String, Score> byLabel(List<Guess> guesses) {
        var guessed = guesses.stream().collect(Collectors.groupingBy(Guess::guessed, Collectors.counting()));
        var scores = new TreeMap<String, Score>();
        guesses.stream()
                .collect(Collectors.groupingBy(Guess::label))
                .forEach((label, its) -> scores.put(label, of(its, guessed.getOrDefault(label, 0L))));
        return scores;
    }

    private static Score of(List<Guess> its, long guessed) {
        double right = its.stream().filter(Guess::right).count();
        double precision = guessed == 0 ? 0 : right / guessed;
        double recall = right / its.size();
        double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
        var confused = its.stream()
                .filter(it -> !it.right())
                .collect(Collectors.groupingBy(Guess::guessed, TreeMap::new, Collectors.counting()));
        return new Score(precision, recall, f1, its.size(), confused);
    }
}
