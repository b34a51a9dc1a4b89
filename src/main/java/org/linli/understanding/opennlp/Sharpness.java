package org.linli.understanding.opennlp;

import java.util.List;

/// How strongly margins speak: the factor before the exponential that makes probabilities of them.
final class Sharpness {

    private static final double LEAST = 0.5;
    private static final double MOST = 16;
    private static final int STEPS = 20;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Sharpness() {}

    /// The factor under which the labels that came true were least surprising.
    ///
    /// @param count of the readings' margins that are labels
    static double fitting(List<Reading> readings, int count, int[] labels) {
        double low = LEAST;
        double high = MOST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double ofLeft = surprise(readings, count, labels, left);
        double ofRight = surprise(readings, count, labels, right);
        for (int step = 0; step < STEPS; step++) {
            if (ofLeft < ofRight) {
                high = right;
                right = left;
                ofRight = ofLeft;
                left = high - GOLDEN * (high - low);
                ofLeft = surprise(readings, count, labels, left);
            } else {
                low = left;
                left = right;
                ofLeft = ofRight;
                right = low + GOLDEN * (high - low);
                ofRight = surprise(readings, count, labels, right);
            }
        }
        return (low + high) / 2;
    }

    private static double surprise(List<Reading> readings, int count, int[] labels, double factor) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum += surprise(readings.get(row).margins(), count, labels[row], factor);
        }
        return sum;
    }

    private static double surprise(float[] margins, int count, int label, double factor) {
        double most = margins[label];
        for (int i = 0; i < count; i++) {
            most = Math.max(most, margins[i]);
        }
        double all = 0;
        for (int i = 0; i < count; i++) {
            all += Math.exp(factor * (margins[i] - most));
        }
        return Math.log(all) - factor * (margins[label] - most);
    }
}
