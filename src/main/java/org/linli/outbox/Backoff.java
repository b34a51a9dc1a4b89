package org.linli.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;

/// When a letter that could not be sent is tried again, by the reason.
final class Backoff {

    private static final int MOST_TRIES = 12;
    private static final Duration FIRST_WHEN_UNREACHABLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WHEN_UNREACHABLE = Duration.ofMinutes(5);
    private static final Duration FIRST_WHEN_THROTTLED = Duration.ofSeconds(30);
    private static final Duration LONGEST_WHEN_THROTTLED = Duration.ofMinutes(10);

    /// Letters that failed in one moment come back over a quarter of their wait more, not all at once.
    private static final int JITTER = 4;

    private Backoff() {}

    /// Empty when it is not to be tried again.
    ///
    /// @param tries how often it was tried by now, from 1
    /// @param key   of the letter: the same letter always waits as long
    static Optional<Duration> after(SendFailure failure, int tries, String key) {
        return after(failure, tries).map(wait -> wait.plus(jitter(wait, key + tries)));
    }

    private static Duration jitter(Duration wait, String seed) {
        long most = wait.toMillis() / JITTER;
        return Duration.ofMillis(new SplittableRandom(seed.hashCode()).nextLong(most + 1));
    }

    private static Optional<Duration> after(SendFailure failure, int tries) {
        if (Reaction.to(failure.reason()) != Reaction.AGAIN || tries >= Math.min(MOST_TRIES, failure.mostTries())) {
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
