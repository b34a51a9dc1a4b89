package org.linli.platform.secrets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When whole tables are looked through for what is not sealed with the key in use: at once when that is another one,
/// then, for replicas that had not read of it, half a minute later, a minute, two, and in the end once a day.
final class RarerLooks {

    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Clock clock;
    private Optional<String> key = Optional.empty();
    private Duration rest = SHORTEST;
    private Instant next = Instant.MIN;

    RarerLooks(Clock clock) {
        this.clock = clock;
    }

    /// @param inUse whatever tells one key from another
    synchronized boolean areDue(Optional<String> inUse) {
        if (!inUse.equals(key)) {
            key = inUse;
            rest = SHORTEST;
            next = Instant.MIN;
        }
        return !clock.instant().isBefore(next);
    }

    /// All tables were looked through.
    synchronized void done() {
        next = clock.instant().plus(rest);
        rest = rest.multipliedBy(2).compareTo(LONGEST) < 0 ? rest.multipliedBy(2) : LONGEST;
    }
}
