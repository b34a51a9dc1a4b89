package org.linli.understanding.opennlp;

import java.util.Arrays;

/// Messages as numbers: which features each has, and how strongly.
///
/// @param features by row; 0 is [Features#ALWAYS] and the first of each row
/// @param values   by row; that of ALWAYS is one, the others together have length one
/// @param width    how many features there are
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Rows(int[][] features, float[][] values, int width) {

    Rows only(int[] which) {
        return new Rows(
                Arrays.stream(which).mapToObj(it -> features[it]).toArray(int[][]::new),
                Arrays.stream(which).mapToObj(it -> values[it]).toArray(float[][]::new),
                width);
    }

    /// Which features these rows have.
    boolean[] seen() {
        boolean[] seen = new boolean[width];
        for (int[] row : features) {
            for (int it : row) {
                seen[it] = true;
            }
        }
        return seen;
    }
}
