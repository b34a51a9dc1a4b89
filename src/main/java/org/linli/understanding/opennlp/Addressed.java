package org.linli.understanding.opennlp;

import org.linli.understanding.Intent;

/// How sure we may be of what is said to us, in private or by name: who writes to a service mostly wants something.
record Addressed(Intent[] intents) {

    /// Chatter is a third of the examples, because groups are full of it, and much rarer among words meant for us.
    private static final double CHATTER = 0.2;

    /// @param likely of each intent, as often as the examples have it; adds up to one
    double[] confidences(double[] likely) {
        double[] weighed = new double[likely.length];
        double all = 0;
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] = likely[i] * (intents[i].equals(Intent.CHATTER) ? CHATTER : 1);
            all += weighed[i];
        }
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] /= all;
        }
        return weighed;
    }
}
