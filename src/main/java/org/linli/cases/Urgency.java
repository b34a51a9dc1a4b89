package org.linli.cases;

import java.time.Duration;
import java.time.Instant;

/// How a deadline looks on the desk: it turns colour before it is missed, in the last quarter of what was promised.
public enum Urgency {
    FINE,
    SOON,
    LATE,
    /// Nobody waits any more.
    OVER;

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
        var promised = Duration.between(it.openedAt(), it.care().dueAt());
        var left = Duration.between(now, it.care().dueAt());
        return left.compareTo(promised.dividedBy(4)) <= 0 ? SOON : FINE;
    }
}
