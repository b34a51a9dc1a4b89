package org.linli.understanding.command;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How sure right and wrong guesses were.
///
/// @param starts where each bar begins, each a twentieth wide
record Histogram(List<Double> starts, List<Integer> right, List<Integer> wrong) {

    private static final int BARS = 20;

    static Histogram of(List<Guess> guesses) {
        return new Histogram(
                IntStream.range(0, BARS).mapToObj(it -> (double) it / BARS).toList(),
                count(guesses, Guess::right),
                count(guesses, it -> !it.right()));
    }

    Csv csv() {
        var csv = new Csv("from", "right", "wrong");
        IntStream.range(0, BARS).forEach(i -> csv.row(starts.get(i), right.get(i), wrong.get(i)));
        return csv;
    }

    private static List<Integer> count(List<Guess> guesses, Predicate<Guess> which) {
        int[] counts = new int[BARS];
        guesses.stream().filter(which).forEach(it -> counts[Math.clamp((int) (it.confidence() * BARS), 0, BARS - 1)]++);
        return IntStream.of(counts).boxed().toList();
    }
}
