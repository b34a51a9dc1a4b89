package org.linli.community;

import java.util.Locale;

/// How sure the service has to be before it speaks in a group unasked; staff chooses it in these words.
public enum Talkativeness {
    SILENT(0.9),
    BALANCED(0.7),
    TALKATIVE(0.5);

    private final double threshold;

    Talkativeness(double threshold) {
        this.threshold = threshold;
    }

    /// The confidence below which the service says nothing.
    public double threshold() {
        return threshold;
    }

    /// The one that a group with this threshold has.
    public static Talkativeness of(double threshold) {
        return threshold >= SILENT.threshold ? SILENT : threshold >= BALANCED.threshold ? BALANCED : TALKATIVE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
