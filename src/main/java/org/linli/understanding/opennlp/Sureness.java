package org.linli.understanding.opennlp;

/// How sure we say we are in a group, by how seldom a message that is none of our business gets as far.
///
/// Sure to 0.9 means that one chatter message in 200 got there among those of the examples that the model had not seen,
/// 0.7 one in 75, 0.5 one in 30, whatever the examples are and however well they can be told apart.
final class Sureness {

    private static final double[] ONE_IN = {1, 10, 30, 75, 200, 2_000, 1_000_000};
    private static final double[] SURE = {0, 0.25, 0.5, 0.7, 0.9, 0.98, 1};

    private Sureness() {}

    /// @param surprise as [Rates] give it
    static double of(double surprise) {
        double oneIn = Math.exp(surprise);
        for (int i = 1; i < ONE_IN.length; i++) {
            if (oneIn <= ONE_IN[i]) {
                double share = (surprise - Math.log(ONE_IN[i - 1])) / Math.log(ONE_IN[i] / ONE_IN[i - 1]);
                return SURE[i - 1] + share * (SURE[i] - SURE[i - 1]);
            }
        }
        return 1;
    }
}
