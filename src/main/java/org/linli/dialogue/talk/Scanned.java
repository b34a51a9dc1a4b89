package org.linli.dialogue.talk;

import java.time.Duration;
import java.time.Instant;

/// Somebody scanned the code that hangs at a place, and most likely stands there.
///
/// @param place id of the place
public record Scanned(String place, Instant at) {

    private static final Duration STAYS = Duration.ofMinutes(15);

    boolean isOver(Instant now) {
        return !at.plus(STAYS).isAfter(now);
    }
}
