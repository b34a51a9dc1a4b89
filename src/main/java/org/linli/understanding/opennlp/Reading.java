package org.linli.understanding.opennlp;

import java.util.List;

/// What all lines say of one message.
///
/// @param margins  of each question's answers in turn
/// @param known    how many of its features the examples have, at most `features`
/// @param features how many it has
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reading(float[] margins, int known, int features) {

    static final Reading NOTHING = new Reading(new float[0], 0, 0);

    static Reading of(List<float[]> parts, int known, int features) {
        float[] margins = new float[parts.stream().mapToInt(it -> it.length).sum()];
        int at = 0;
        for (float[] it : parts) {
            System.arraycopy(it, 0, margins, at, it.length);
            at += it.length;
        }
        return new Reading(margins, known, features);
    }

    double shareKnown() {
        return features == 0 ? 0 : (double) known / features;
    }
}
