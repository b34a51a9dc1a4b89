package org.linli.media;

import java.time.Duration;
import java.time.Instant;
import org.linli.channels.MediaFailure.Reason;

/// What follows from a failed attempt: pure. Tried again ever more seldom, until the platform has forgotten it.
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 10;

    private Patience() {}

    /// @param keptFor how long the platform has what was sent
    static Outcome after(Reason reason, DueMedia due, Duration keptFor, Instant now) {
        if (!reason.retryable()) {
            return new Outcome.Lost(reason);
        }
        Instant next = now.plus(pause(due.attempt()));
        return next.isBefore(due.receivedAt().plus(keptFor))
                ? new Outcome.Later(reason, next)
                : new Outcome.Lost(Reason.GONE);
    }

    private static Duration pause(int attempt) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
