package org.linli.outbox;

import java.time.Duration;
import java.util.Optional;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;

/// When a letter that could not be sent is tried again, by the reason.
final class Backoff {

    private static final int MOST_TRIES = 12;
    private static final Duration FIRST_WHEN_UNREACHABLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WHEN_UNREACHABLE = Duration.ofMinutes(5);
    private static final Duration FIRST_WHEN_THROTTLED = Duration.ofSeconds(30);
    private static final Duration LONGEST_WHEN_THROTTLED = Duration.ofMinutes(10);

    private Backoff() {}

    /// Empty when it is not to be tried again.
    ///
    /// @param tries how often it was tried by now, from 1
    static Optional<Duration> after(SendFailure failure, int tries) {
        if (Reaction.to(failure.reason()) != Reaction.AGAIN || tries >= MOST_TRIES) {
            return Optional.empty();
        }
        Duration wait = failure.reason() == Reason.THROTTLED
                ? doubled(FIRST_WHEN_THROTTLED, tries, LONGEST_WHEN_THROTTLED)
                : doubled(FIRST_WHEN_UNREACHABLE, tries, LONGEST_WHEN_UNREACHABLE);
        return Optional.of(
                failure.retryAfter().filter(named -> named.compareTo(wait) > 0).orElse(wait));
    }

    private static Duration doubled(Duration first, int tries, Duration longest) {
        Duration wait = first.multipliedBy(1L << (tries - 1));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
