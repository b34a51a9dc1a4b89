package org.linli.dialogue;

import java.time.Duration;
import java.time.Instant;
import org.linli.understanding.Intent;

/// The request that was completed last: a picture or a correction right after it belongs to it.
record Done(String label, Instant at) {

    private static final Duration FRESH = Duration.ofMinutes(10);

    boolean isFreshCase(Instant now) {
        return new Intent(label).opensCase() && at.plus(FRESH).isAfter(now);
    }
}
