package org.linli.understanding.opennlp;

import java.util.Random;
import java.util.stream.IntStream;

/// The search for one label's line: by dual coordinate descent with shrinking (Hsieh et al., "A Dual Coordinate Descent
/// Method for Large-scale Linear SVM", ICML 2008), the loss squared. Minutes of a general solver are seconds here,
/// because rows are plain arrays that all labels share.
///
/// A feature moves the line the more easily, the better it tells the label ([Telling]). Most of the time goes into
/// waiting for memory, so what is read together lies together: a row's features and values, a feature's weight and
/// ease.
final class FindLine {

    private static final double TOLERANCE = 0.1;
    private static final int MOST_ROUNDS = 40;
    private static final long SEED = 1;

    private final PackedRows rows;
    private final double[] sides;

    /// By feature its weight in the line, then its ease.
    private final float[] line;

    private final double[] lengths;
    private final double[] pulls;
    private final double softness;
    private final int[] order;
    private final Random random = new Random(SEED);

    private int active;
    private double bound = Double.POSITIVE_INFINITY;
    private double most;
    private double least;

    /// @param ease by feature
    FindLine(PackedRows rows, double[] sides, float[] ease, double cost) {
        this.rows = rows;
        this.sides = sides;
        this.line = straight(ease);
        this.lengths = lengths();
        this.pulls = new double[sides.length];
        this.softness = 1 / (2 * cost);
        this.order = IntStream.range(0, sides.length).toArray();
        this.active = sides.length;
    }

    private static float[] straight(float[] ease) {
        float[] line = new float[2 * ease.length];
        for (int i = 0; i < ease.length; i++) {
            line[2 * i + 1] = ease[i];
        }
        return line;
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
        return weights();
    }

    private float[] weights() {
        float[] weights = new float[line.length / 2];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = line[2 * i];
        }
        return weights;
    }

    /// Of each row, squared, as far as its features move the line.
    private double[] lengths() {
        double[] lengths = new double[rows.count()];
        for (int row = 0; row < lengths.length; row++) {
            for (int cell = rows.from(row); cell < rows.to(row); cell += 2) {
                float value = rows.value(cell);
                lengths[row] += line[2 * rows.feature(cell) + 1] * value * value;
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
        double slope = sides[row] * margin(row) - 1 + softness * pulls[row];
        if (pulls[row] == 0 && slope > bound) {
            return false;
        }
        double projected = pulls[row] == 0 ? Math.min(slope, 0) : slope;
        most = Math.max(most, projected);
        least = Math.min(least, projected);
        if (projected != 0) {
            pull(row, slope);
        }
        return true;
    }

    private float margin(int row) {
        float margin = 0;
        for (int cell = rows.from(row); cell < rows.to(row); cell += 2) {
            margin += line[2 * rows.feature(cell)] * rows.value(cell);
        }
        return margin;
    }

    private void pull(int row, double slope) {
        double before = pulls[row];
        pulls[row] = Math.max(before - slope / (lengths[row] + softness), 0);
        float by = (float) ((pulls[row] - before) * sides[row]);
        for (int cell = rows.from(row); cell < rows.to(row); cell += 2) {
            int weight = 2 * rows.feature(cell);
            line[weight] += by * line[weight + 1] * rows.value(cell);
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
