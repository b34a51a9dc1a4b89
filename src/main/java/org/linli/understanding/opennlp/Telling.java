package org.linli.understanding.opennlp;

/// How well each feature tells a label's examples from all others, by how often either have it: what one side alone has
/// is likelier to be its mark than what both have as often, however the rest of a row turns out.
///
/// After Wang and Manning, "Baselines and Bigrams: Simple, Good Sentiment and Topic Classification" (ACL 2012), who
/// take the whole log ratio for each value: it helps a few examples and hurts many. Its fourth root helps the one and
/// does not hurt the other, so that nothing has to be set by data.
///
/// @param counts   by feature how many rows have it
/// @param strength by feature the sum of its squared values
/// @param features how many all rows have
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Telling(double[] counts, double[] strength, double features) {

    /// Added to each count, so that what occurred once on one side is no certainty.
    private static final double DOUBT = 0.5;

    static Telling of(Rows rows) {
        double[] counts = new double[rows.width()];
        double[] strength = new double[rows.width()];
        double features = 0;
        for (int row = 0; row < rows.features().length; row++) {
            int[] its = rows.features()[row];
            for (int i = 0; i < its.length; i++) {
                counts[its[i]]++;
                strength[its[i]] += rows.values()[row][i] * rows.values()[row][i];
            }
            features += its.length;
        }
        return new Telling(counts, strength, features);
    }

    /// By feature how easily it moves the line: the root of its log ratio. That of ALWAYS is one, and rows are as
    /// long as before on average, so that a cost means the same.
    ///
    /// @param sides of each row, above zero for the label's own
    float[] ease(Rows rows, double[] sides) {
        double[] own = new double[rows.width()];
        double ownFeatures = 0;
        for (int row = 0; row < sides.length; row++) {
            if (sides[row] > 0) {
                for (int it : rows.features()[row]) {
                    own[it]++;
                }
                ownFeatures += rows.features()[row].length;
            }
        }
        return even(own, ownFeatures);
    }

    private float[] even(double[] own, double ownFeatures) {
        double common = Math.log((ownFeatures + DOUBT * own.length) / (features - ownFeatures + DOUBT * own.length));
        float[] ease = new float[own.length];
        double sum = 0;
        double before = 0;
        for (int i = 1; i < ease.length; i++) {
            double ratio = Math.log((own[i] + DOUBT) / (counts[i] - own[i] + DOUBT)) - common;
            ease[i] = (float) Math.sqrt(Math.abs(ratio));
            sum += ease[i] * strength[i];
            before += strength[i];
        }
        for (int i = 1; i < ease.length; i++) {
            ease[i] *= (float) (before / Math.max(sum, 1e-9));
        }
        ease[0] = 1;
        return ease;
    }
}
