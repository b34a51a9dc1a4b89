package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// The search for one label's line: by dual coordinate descent with shrinking (Hsieh et al., "A Dual Coordinate Descent
/// Method for Large-scale Linear SVM", ICML 2008), the loss squared. Minutes of a general solver are seconds here,
/// because rows are plain arrays that all labels share.
///
/// A feature moves the line the more easily, the better it tells the label ([Telling]).
final class FindLine {

    private static final double TOLERANCE = 0.1;
    private static final int MOST_ROUNDS = 40;
    private static final long SEED = 1;

    private final Rows rows;
    private final double[] sides;
    private final float[] ease;
    private final double[] lengths;
    private final double[] pulls;
    private final float[] line;
    private final double softness;
    private final int[] order;
    private final Random random = new Random(SEED);

    private int active;
    private double bound = Double.POSITIVE_INFINITY;
    private double most;
    private double least;

    FindLine(Rows rows, int[] labels, int label, Telling telling, double cost) {
        this.rows = rows;
        this.sides =
                Arrays.stream(labels).mapToDouble(it -> it == label ? 1 : -1).toArray();
        this.ease = telling.ease(rows, sides);
        this.lengths = lengths(rows, ease);
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

    /// Of each row, squared, as far as its features move the line.
    private static double[] lengths(Rows rows, float[] ease) {
        double[] lengths = new double[rows.features().length];
        for (int row = 0; row < lengths.length; row++) {
            int[] features = rows.features()[row];
            float[] values = rows.values()[row];
            for (int i = 0; i < features.length; i++) {
                lengths[row] += ease[features[i]] * values[i] * values[i];
            }
        }
        return lengths;
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
        double slope = sides[row] * LinearSvm.dot(line, features, values) - 1 + softness * pulls[row];
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
        pulls[row] = Math.max(before - slope / (lengths[row] + softness), 0);
        float by = (float) ((pulls[row] - before) * sides[row]);
        for (int i = 0; i < features.length; i++) {
            line[features[i]] += by * ease[features[i]] * values[i];
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
