package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/// Some models side by side, so that a feature is looked up once for all of them.
///
/// @param rows  by feature, for each outcome of each model in turn
/// @param width how many outcomes that are
record Weights(Map<String, float[]> rows, int width) {

    static Weights of(Collection<DoccatModel> models) {
        int width = models.stream()
                .mapToInt(it -> it.getMaxentModel().getNumOutcomes())
                .sum();
        var rows = new HashMap<String, float[]>();
        int from = 0;
        for (DoccatModel it : models) {
            int first = from;
            contexts(it)
                    .forEach(
                            (name, context) -> copy(context, rows.computeIfAbsent(name, _ -> new float[width]), first));
            from += it.getMaxentModel().getNumOutcomes();
        }
        return new Weights(rows, width);
    }

    /// What the features say for each outcome; differences count, not the numbers.
    float[] sums(Features features) {
        float[] sums = new float[width];
        float[] values = features.values();
        for (int i = 0; i < values.length; i++) {
            float[] row = rows.get(features.names()[i]);
            if (row != null) {
                add(row, values[i], sums);
            }
        }
        return sums;
    }

    /// Made of sums: probabilities of the outcomes in a range.
    static double[] probabilities(float[] sums, int from, int to) {
        double most = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            most = Math.max(most, sums[i]);
        }
        double[] probabilities = new double[to - from];
        for (int i = from; i < to; i++) {
            probabilities[i - from] = Math.exp(sums[i] - most);
        }
        double all = Arrays.stream(probabilities).sum();
        Arrays.setAll(probabilities, i -> probabilities[i] / all);
        return probabilities;
    }

    private static void add(float[] row, float value, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += value * row[i];
        }
    }

    @SuppressWarnings("unchecked") // OpenNLP hands its tables out as objects
    private static Map<String, Context> contexts(DoccatModel model) {
        return (Map<String, Context>) ((AbstractModel) model.getMaxentModel()).getDataStructures()[1];
    }

    private static void copy(Context from, float[] to, int first) {
        for (int i = 0; i < from.getOutcomes().length; i++) {
            to[first + from.getOutcomes()[i]] = (float) from.getParameters()[i];
        }
    }
}
