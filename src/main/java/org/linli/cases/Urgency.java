package org.linli.cases;

import java.time.Duration;
import java.time.Instant;

/// How a deadline looks on the desk: it turns colour in the last hours before it is missed, whatever was promised, so
/// that of two deadlines the nearer one is never the paler.
public enum Urgency {
    FINE,
    SOON,
    LATE,
    /// Nobody waits any more.
    OVER;

    private static final Duration SOON_IS = Duration.ofHours(4);

    public static Urgency of(Case it, Instant now) {
        if (!it.isOpen()) {
            return OVER;
        }
        if (it.state() == State.WAITING) {
            return FINE;
        }
        if (it.isLate(now)) {
            return LATE;
        }
        return now.plus(SOON_IS).isBefore(it.care().dueAt()) ? FINE : SOON;
    }
}
