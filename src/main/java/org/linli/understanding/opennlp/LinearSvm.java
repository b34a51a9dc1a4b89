package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// One line through the examples for each label: its own on one side, all others on the other.
///
/// Found by dual coordinate descent with shrinking (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale
/// Linear SVM", ICML 2008), the loss squared. Minutes of a general solver are seconds here, because rows are plain
/// arrays that all labels share.
///
/// @param weights by label, then by feature
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record LinearSvm(float[][] weights) {

    private static final double TOLERANCE = 0.1;
    private static final int MOST_ROUNDS = 40;
    private static final long SEED = 1;

    /// The same rows give the same lines. Uses all processors.
    ///
    /// @param labels of each row, from 0 to `count` - 1
    static LinearSvm train(Rows rows, int[] labels, int count, double cost) {
        if (count == 2) {
            float[] first = new Line(rows, labels, 0, cost).find();
            return new LinearSvm(new float[][] {first, opposite(first)});
        }
        return new LinearSvm(IntStream.range(0, count)
                .parallel()
                .mapToObj(label -> new Line(rows, labels, label, cost).find())
                .toArray(float[][]::new));
    }

    /// How far on its side of each label's line a row lies.
    float[] margins(int[] features, float[] values) {
        float[] margins = new float[weights.length];
        for (int label = 0; label < margins.length; label++) {
            margins[label] = dot(weights[label], features, values);
        }
        return margins;
    }

    private static float[] opposite(float[] line) {
        float[] opposite = new float[line.length];
        for (int i = 0; i < line.length; i++) {
            opposite[i] = -line[i];
        }
        return opposite;
    }

    private static float dot(float[] line, int[] features, float[] values) {
        float sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += line[features[i]] * values[i];
        }
        return sum;
    }

    /// The search for one label's line.
    private static final class Line {

        private final Rows rows;
        private final double[] sides;
        private final double[] pulls;
        private final float[] line;
        private final double softness;
        private final int[] order;
        private final Random random = new Random(SEED);

        private int active;
        private double bound = Double.POSITIVE_INFINITY;
        private double most;
        private double least;

        Line(Rows rows, int[] labels, int label, double cost) {
            this.rows = rows;
            this.sides = Arrays.stream(labels)
                    .mapToDouble(it -> it == label ? 1 : -1)
                    .toArray();
            this.pulls = new double[labels.length];
            this.line = new float[rows.width()];
            this.softness = 1 / (2 * cost);
            this.order = IntStream.range(0, labels.length).toArray();
            this.active = labels.length;
        }

        float[] find() {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                walk();
                boolean settled = most - least <= TOLERANCE;
                if (settled && active == order.length) {
                    break;
                }
                active = settled ? order.length : active;
                bound = settled || most <= 0 ? Double.POSITIVE_INFINITY : most;
            }
            return line;
        }

        private void walk() {
            shuffle();
            most = Double.NEGATIVE_INFINITY;
            least = Double.POSITIVE_INFINITY;
            for (int at = 0; at < active; ) {
                at += step(order[at]) ? 1 : leaveOut(at);
            }
        }

        /// Whether the row still matters.
        private boolean step(int row) {
            int[] features = rows.features()[row];
            float[] values = rows.values()[row];
            double slope = sides[row] * dot(line, features, values) - 1 + softness * pulls[row];
            if (pulls[row] == 0 && slope > bound) {
                return false;
            }
            double projected = pulls[row] == 0 ? Math.min(slope, 0) : slope;
            most = Math.max(most, projected);
            least = Math.min(least, projected);
            if (projected != 0) {
                pull(row, slope, features, values);
            }
            return true;
        }

        private void pull(int row, double slope, int[] features, float[] values) {
            double before = pulls[row];
            pulls[row] = Math.max(before - slope / (rows.squares()[row] + softness), 0);
            float by = (float) ((pulls[row] - before) * sides[row]);
            for (int i = 0; i < features.length; i++) {
                line[features[i]] += by * values[i];
            }
        }

        private int leaveOut(int at) {
            active--;
            swap(at, active);
            return 0;
        }

        private void shuffle() {
            for (int i = active - 1; i > 0; i--) {
                swap(i, random.nextInt(i + 1));
            }
        }

        private void swap(int one, int other) {
            int kept = order[one];
            order[one] = order[other];
            order[other] = kept;
        }
    }
}
