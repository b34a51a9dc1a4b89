package org.linli.understanding.opennlp;

import java.util.List;
import java.util.stream.IntStream;
import org.linli.understanding.Intent;

/// Where in a [Reading] which answer stands; labels come first.
///
/// @param yes by opinion's ordinal: where its 'yes' stands, -1 where the examples teach none
@SuppressWarnings("ArrayRecordComponent") // never compared
record Layout(Intent[] intents, boolean[] worthy, int outside, int emergency, int[] yes) {

    /// @param answers of each opinion that was learnt, in the order of opinions
    static Layout of(List<Opinion> opinions, List<List<String>> answers, Scope scope) {
        Intent[] intents = answers.getFirst().stream().map(Intent::new).toArray(Intent[]::new);
        boolean[] worthy = new boolean[intents.length];
        int[] yes = IntStream.range(0, Opinion.values().length).map(_ -> -1).toArray();
        int from = 0;
        for (int i = 0; i < opinions.size(); i++) {
            int at = answers.get(i).indexOf(Opinion.YES);
            yes[opinions.get(i).ordinal()] = at < 0 ? -1 : from + at;
            from += answers.get(i).size();
        }
        for (int i = 0; i < worthy.length; i++) {
            worthy[i] = scope.worthy(intents[i].label());
        }
        List<String> labels = answers.getFirst();
        return new Layout(
                intents, worthy, labels.indexOf(scope.outside()), labels.indexOf(Intent.EMERGENCY.label()), yes);
    }

    /// How far the reading is on the side of 'yes'; even where nothing was learnt.
    double yes(Opinion opinion, Reading reading) {
        int at = yes[opinion.ordinal()];
        return at < 0 ? 0 : reading.margins()[at];
    }

    /// Of the labels, as often as the examples have them; adds up to one.
    double[] likely(Reading reading, double sharpness) {
        double[] likely = new double[intents.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < likely.length; i++) {
            most = Math.max(most, reading.margins()[i]);
        }
        double all = 0;
        for (int i = 0; i < likely.length; i++) {
            likely[i] = Math.exp(sharpness * (reading.margins()[i] - most));
            all += likely[i];
        }
        for (int i = 0; i < likely.length; i++) {
            likely[i] /= all;
        }
        return likely;
    }
}
