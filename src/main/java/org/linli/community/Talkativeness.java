package org.linli.community;

import java.util.Locale;

/// How sure the service has to be before it speaks in a group unasked; staff chooses it in these words.
public enum Talkativeness {
    SILENT(0.9),
    BALANCED(0.7),
    TALKATIVE(0.4);

    private final double threshold;

    Talkativeness(double threshold) {
        this.threshold = threshold;
    }

    /// The confidence below which the service says nothing.
    public double threshold() {
        return threshold;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
