package org.linli.understanding.opennlp;

import java.util.Arrays;

/// How seldom a message that is none of our business gets as far as a score.
///
/// @param scores   some that such messages reached, falling
/// @param surprise of each: minus the logarithm of the share of such messages that got as far, falling
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Rates(double[] scores, double[] surprise) {

    /// Where there are none to learn from, every score is its own surprise.
    static final Rates UNKNOWN = new Rates(new double[0], new double[0]);

    private static final double STEP = 1.3;

    /// Up to here single messages are too few to say how seldom the next step is.
    private static final int TAIL = 12;

    private static final double LEAST_SLOPE = 1e-3;

    static Rates of(double[] others) {
        if (others.length == 0) {
            return UNKNOWN;
        }
        double[] rising = others.clone();
        Arrays.sort(rising);
        int[] ranks = ranks(rising.length);
        return new Rates(
                Arrays.stream(ranks)
                        .mapToDouble(it -> rising[rising.length - it])
                        .toArray(),
                Arrays.stream(ranks)
                        .mapToDouble(it -> Math.log((rising.length + 1.0) / it))
                        .toArray());
    }

    /// 0 where every such message gets as far; beyond the furthest it goes on like the last of them.
    double surprise(double score) {
        if (scores.length == 0) {
            return Math.max(0, score);
        }
        if (score >= scores[0]) {
            return surprise[0] + slope() * (score - scores[0]);
        }
        int above = 0;
        while (above + 1 < scores.length && scores[above + 1] > score) {
            above++;
        }
        return above + 1 == scores.length ? 0 : between(above, score);
    }

    private double between(int above, double score) {
        double width = scores[above] - scores[above + 1];
        double share = width < 1e-9 ? 1 : (score - scores[above + 1]) / width;
        return surprise[above + 1] + share * (surprise[above] - surprise[above + 1]);
    }

    private double slope() {
        int last = Math.min(TAIL, scores.length - 1);
        double width = scores[0] - scores[last];
        return width < 1e-9 ? 1 : Math.max(LEAST_SLOPE, (surprise[0] - surprise[last]) / width);
    }

    /// 1, 2, 3 … and then ever further apart.
    private static int[] ranks(int count) {
        int[] ranks = new int[count];
        int filled = 0;
        for (int rank = 1; rank <= count; rank = Math.max(rank + 1, (int) (rank * STEP))) {
            ranks[filled++] = rank;
        }
        return Arrays.copyOf(ranks, filled);
    }
}
