package org.linli.understanding.opennlp;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// One line through the examples for each label: its own on one side, all others on the other.
///
/// @param weights by label, then by feature
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record LinearSvm(double[][] weights) {

    private static final double TOLERANCE = 0.1;
    private static final long SEED = 1;

    static {
        Linear.disableDebugOutput();
    }

    /// The same rows give the same lines. Uses all processors.
    ///
    /// @param labels of each row, from 0 to `count` - 1
    static LinearSvm train(Feature[][] rows, int[] labels, int count, int features, double cost) {
        return new LinearSvm(IntStream.range(0, count)
                .parallel()
                .mapToObj(label -> line(rows, labels, label, features, cost))
                .toArray(double[][]::new));
    }

    static Feature[] row(int[] features, float[] values) {
        return IntStream.range(0, features.length)
                .mapToObj(i -> new FeatureNode(features[i] + 1, values[i]))
                .sorted((a, b) -> Integer.compare(a.getIndex(), b.getIndex()))
                .toArray(Feature[]::new);
    }

    /// How far on its side of each label's line a row lies.
    double[] margins(Feature[] row) {
        double[] margins = new double[weights.length];
        for (int label = 0; label < margins.length; label++) {
            for (Feature it : row) {
                margins[label] += weights[label][it.getIndex() - 1] * it.getValue();
            }
        }
        return margins;
    }

    private static double[] line(Feature[][] rows, int[] labels, int label, int features, double cost) {
        var problem = new Problem();
        problem.l = rows.length;
        problem.n = features;
        problem.x = rows;
        problem.y =
                Arrays.stream(labels).mapToDouble(it -> it == label ? 1 : -1).toArray();
        problem.bias = -1;
        var how = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, TOLERANCE);
        how.setRandom(new Random(SEED));
        return towards(Linear.train(problem, how));
    }

    /// liblinear's line points to the label that it met first.
    private static double[] towards(Model line) {
        double sign = line.getLabels()[0] == 1 ? 1 : -1;
        return Arrays.stream(line.getFeatureWeights()).map(it -> sign * it).toArray();
    }
}
