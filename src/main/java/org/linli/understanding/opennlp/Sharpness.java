package org.linli.understanding.opennlp;

import java.util.Arrays;

/// How strongly margins speak: the factor before the exponential that makes probabilities of them.
final class Sharpness {

    private static final double LEAST = 0.5;
    private static final double MOST = 16;
    private static final int STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Sharpness() {}

    /// The factor under which the labels that came true were least surprising.
    static double fitting(double[][] margins, int[] labels) {
        double low = LEAST;
        double high = MOST;
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (surprise(margins, labels, left) < surprise(margins, labels, right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static double surprise(double[][] margins, int[] labels, double factor) {
        double sum = 0;
        for (int row = 0; row < margins.length; row++) {
            double most = Arrays.stream(margins[row]).max().orElse(0);
            double all = Arrays.stream(margins[row])
                    .map(it -> Math.exp(factor * (it - most)))
                    .sum();
            sum += Math.log(all) - factor * (margins[row][labels[row]] - most);
        }
        return sum;
    }
}
