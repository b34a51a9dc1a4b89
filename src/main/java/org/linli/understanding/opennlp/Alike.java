package org.linli.understanding.opennlp;

import java.util.Set;

/// What is left of a message for the classifier.
public final class Alike {

    private Alike() {}

    /// Without pauses, exclamations, widths and repeats, its digits at the end; may be empty.
    public static String core(String said) {
        return Normalised.of(said).text().replaceAll("[ !]", "") + said.replaceAll("\\D", "");
    }

    /// Its features. Two messages with nearly all of them in common say nearly the same.
    public static Set<String> features(String said) {
        return Features.of(said);
    }
}
