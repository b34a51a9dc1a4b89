package org.linli.whistles;

import java.time.Instant;

/// One line of a whistle's history. Written once, never changed.
///
/// @param by the name of a person; empty: the service
/// @param words may be empty
public record WhistleStep(Whistle after, Kind kind, String by, Instant at, String words) {

    /// Stored by name, so a kind is never renamed.
    public enum Kind {
        CALLED,
        REPORTED_IN,
        TOLD,
        DONE,
        REFUSED,
        INSISTED,
        RELEASED,
        RATED,
        CHASED
    }

    @Override
    public String toString() {
        return "WhistleStep[" + after.number() + ", " + kind + "]";
    }
}
