package org.linli.understanding.command;

import java.util.ArrayList;
import java.util.List;

/// Whether confidences come true: of what a model is 80 % sure of, 80 % should be right.
///
/// @param bins by confidence, those without a guess left out
/// @param error how far confidence and truth are apart, by bin, weighed by their guesses (expected calibration error)
record Calibration(List<Bin> bins, double error) {

    private static final int BINS = 10;

    /// @param from     confidence, the next bin begins where this one ends
    /// @param sure     the mean confidence of its guesses
    /// @param accuracy the share of them that is right
    record Bin(double from, double to, int guesses, int right, double sure, double accuracy) {}

    static Calibration of(List<Guess> guesses) {
        var bins = new ArrayList<Bin>();
        double error = 0;
        for (int at = 0; at < BINS; at++) {
            int bin = at;
            var its = guesses.stream().filter(it -> bin(it) == bin).toList();
            if (!its.isEmpty()) {
                var found = bin(bin, its);
                bins.add(found);
                error += Math.abs(found.sure() - found.accuracy()) * its.size() / guesses.size();
            }
        }
        return new Calibration(bins, error);
    }

    private static Bin bin(int at, List<Guess> its) {
        int right = (int) its.stream().filter(Guess::right).count();
        double sure = its.stream().mapToDouble(Guess::confidence).average().orElse(0);
        return new Bin((double) at / BINS, (at + 1.0) / BINS, its.size(), right, sure, (double) right / its.size());
    }

    private static int bin(Guess it) {
        return Math.clamp((int) (it.confidence() * BINS), 0, BINS - 1);
    }
}
