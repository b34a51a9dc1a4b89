package org.linli.dialogue.talk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A talk that a person has to look at.
///
/// @param heardAt when whoever waits last heard that somebody looks at it, from staff or from us; `null` until then
public record HandedOver(
        Reason reason, Instant at, @Nullable Instant heardAt) {

    public static final Duration AT_MOST = Duration.ofHours(12);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public enum Reason {
        /// Somebody asked for a person: we are silent until staff hands the talk back.
        WANTED(true),
        /// We failed to understand twice: silent as well.
        STUCK(true),
        /// A question that only staff can answer: we go on listening.
        QUESTION(false);

        private final boolean silences;

        Reason(boolean silences) {
            this.silences = silences;
        }
    }

    public boolean silences() {
        return reason.silences;
    }

    HandedOver heardOf(Instant now) {
        return new HandedOver(reason, at, now);
    }

    /// Whether somebody talks into a silence so long that they have to hear that it is none.
    public boolean seemsForgotten(Instant now) {
        return silences() && heardAt == null && !now.isBefore(at.plus(PATIENCE));
    }

    boolean isOver(Instant now) {
        return !at.plus(AT_MOST).isAfter(now);
    }
}
