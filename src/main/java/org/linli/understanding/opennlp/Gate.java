package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Weighs [Signals] into one number: the log odds that a message is worth a word, were there as many as of others.
///
/// @param weights of as many signals as it looks at, from the first one on; the last for all
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Gate(double[] weights) {

    private static final int ROUNDS = 30;

    /// For each signal that is looked at, so that many of them do not learn single messages by heart.
    private static final double CALM = 1;

    private static final double EVEN = 1000;
    private static final double STEEP = 8;

    /// Logistic regression by Newton's method on signals of like spread; both sides weigh the same.
    ///
    /// @param count how many of the signals to look at
    static Gate between(List<double[]> worthy, List<double[]> others, int count) {
        if (worthy.isEmpty() || others.isEmpty()) {
            return untaught();
        }
        var spread = Spread.of(worthy, others, count);
        var one = worthy.stream().map(spread::even).toList();
        var other = others.stream().map(spread::even).toList();
        double[] weights = new double[count + 1];
        for (int round = 0; round < ROUNDS; round++) {
            var step = new NewtonStep(weights);
            one.forEach(it -> step.see(it, 1, EVEN / one.size()));
            other.forEach(it -> step.see(it, 0, EVEN / other.size()));
            double[] by = step.solve(CALM * count);
            Arrays.setAll(weights, i -> weights[i] + by[i]);
            if (Arrays.stream(by).map(Math::abs).max().orElse(0) < 1e-6) {
                break;
            }
        }
        return new Gate(spread.undo(weights));
    }

    double score(double[] signals) {
        int count = weights.length - 1;
        double score = weights[count];
        for (int i = 0; i < count; i++) {
            score += weights[i] * signals[i];
        }
        return score;
    }

    /// Where nothing could be learnt: how strongly all labels together speak.
    private static Gate untaught() {
        double[] weights = new double[Signals.DRAWN + 1];
        weights[1] = STEEP;
        return new Gate(weights);
    }

    /// Mean and deviation of each signal.
    private record Spread(double[] means, double[] deviations) {

        static Spread of(List<double[]> some, List<double[]> others, int signals) {
            double[] means = new double[signals];
            double[] deviations = new double[signals];
            double count = some.size() + others.size();
            for (int i = 0; i < signals; i++) {
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
            double[] even = new double[means.length + 1];
            for (int i = 0; i < means.length; i++) {
                even[i] = deviations[i] < 1e-6 ? 0 : (signals[i] - means[i]) / deviations[i];
            }
            even[means.length] = 1;
            return even;
        }

        double[] undo(double[] weights) {
            double[] undone = new double[weights.length];
            undone[means.length] = weights[means.length];
            for (int i = 0; i < means.length; i++) {
                undone[i] = deviations[i] < 1e-6 ? 0 : weights[i] / deviations[i];
                undone[means.length] -= undone[i] * means[i];
            }
            return undone;
        }
    }
}
