package org.linli.understanding.opennlp;

import java.util.stream.IntStream;

/// One line through the examples for each label: its own on one side, all others on the other, found by [FindLine].
///
/// @param weights by label, then by feature
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record LinearSvm(float[][] weights) {

    /// The same rows give the same lines. Uses all processors.
    ///
    /// @param labels of each row, from 0 to `count` - 1
    static LinearSvm train(Rows rows, int[] labels, int count, double cost) {
        var telling = Telling.of(rows);
        if (count == 2) {
            float[] first = new FindLine(rows, labels, 0, telling, cost).find();
            return new LinearSvm(new float[][] {first, opposite(first)});
        }
        return new LinearSvm(IntStream.range(0, count)
                .parallel()
                .mapToObj(label -> new FindLine(rows, labels, label, telling, cost).find())
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

    static float dot(float[] line, int[] features, float[] values) {
        float sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += line[features[i]] * values[i];
        }
        return sum;
    }
}
