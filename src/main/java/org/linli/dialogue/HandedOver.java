package org.linli.dialogue;

import java.time.Duration;
import java.time.Instant;

/// A talk that a person has to look at.
record HandedOver(Reason reason, Instant at) {

    static final Duration AT_MOST = Duration.ofHours(12);

    enum Reason {
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

    boolean silences() {
        return reason.silences;
    }

    boolean isOver(Instant now) {
        return !at.plus(AT_MOST).isAfter(now);
    }
}
