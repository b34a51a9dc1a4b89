package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Weighs [Signals] into one number: the log odds that a message is worth a word, were there as many as of others.
///
/// @param weights by signal, the last for all
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Gate(double[] weights) {

    private static final int ROUNDS = 30;
    private static final double CALM = 1;
    private static final double EVEN = 1000;
    private static final double STEEP = 8;

    /// Logistic regression by Newton's method on signals of like spread; both sides weigh the same.
    static Gate between(List<double[]> worthy, List<double[]> others) {
        if (worthy.isEmpty() || others.isEmpty()) {
            return untaught();
        }
        var spread = Spread.of(worthy, others);
        double[] weights = new double[Signals.COUNT + 1];
        for (int round = 0; round < ROUNDS; round++) {
            var step = new NewtonStep(weights);
            worthy.forEach(it -> step.see(spread.even(it), 1, EVEN / worthy.size()));
            others.forEach(it -> step.see(spread.even(it), 0, EVEN / others.size()));
            double[] by = step.solve(CALM);
            Arrays.setAll(weights, i -> weights[i] + by[i]);
            if (Arrays.stream(by).map(Math::abs).max().orElse(0) < 1e-6) {
                break;
            }
        }
        return new Gate(spread.undo(weights));
    }

    double score(double[] signals) {
        double score = weights[signals.length];
        for (int i = 0; i < signals.length; i++) {
            score += weights[i] * signals[i];
        }
        return score;
    }

    /// Where nothing could be learnt: how strongly all labels together speak.
    private static Gate untaught() {
        double[] weights = new double[Signals.COUNT + 1];
        weights[1] = STEEP;
        return new Gate(weights);
    }

    /// Mean and deviation of each signal.
    private record Spread(double[] means, double[] deviations) {

        static Spread of(List<double[]> some, List<double[]> others) {
            double[] means = new double[Signals.COUNT];
            double[] deviations = new double[Signals.COUNT];
            double count = some.size() + others.size();
            for (int i = 0; i < Signals.COUNT; i++) {
                int signal = i;
                double[] all = Stream.concat(some.stream(), others.stream())
                        .mapToDouble(it -> it[signal])
                        .toArray();
                double mean = Arrays.stream(all).sum() / count;
                means[i] = mean;
                deviations[i] = Math.sqrt(
                        Arrays.stream(all).map(it -> (it - mean) * (it - mean)).sum() / count);
            }
            return new Spread(means, deviations);
        }

        /// A signal that never changes says nothing.
        double[] even(double[] signals) {
            double[] even = new double[signals.length + 1];
            for (int i = 0; i < signals.length; i++) {
                even[i] = deviations[i] < 1e-6 ? 0 : (signals[i] - means[i]) / deviations[i];
            }
            even[signals.length] = 1;
            return even;
        }

        double[] undo(double[] weights) {
            double[] undone = new double[weights.length];
            undone[Signals.COUNT] = weights[Signals.COUNT];
            for (int i = 0; i < Signals.COUNT; i++) {
                undone[i] = deviations[i] < 1e-6 ? 0 : weights[i] / deviations[i];
                undone[Signals.COUNT] -= undone[i] * means[i];
            }
            return undone;
        }
    }
}
