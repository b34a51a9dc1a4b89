package org.linli.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Whose secret a platform refused, and how long it is left alone for that: a wrong one stays wrong, and whoever tries
/// it again and again gets the address of this machine banned.
///
/// A minute first, twice as long each time, an hour at the most; after an hour of peace a minute again.
public final class Refusals {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private record Refusal(Instant until, Duration pause) {}

    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /// @return how long nothing is tried for it
    public Duration refused(String whose, Instant now) {
        var refusal = refusals.compute(whose, (_, earlier) -> next(earlier, now));
        return refusal.pause();
    }

    public boolean rests(String whose, Instant now) {
        var refusal = refusals.get(whose);
        return refusal != null && refusal.until().isAfter(now);
    }

    private static Refusal next(@Nullable Refusal earlier, Instant now) {
        Duration pause = earlier == null || earlier.until().plus(LONGEST).isBefore(now)
                ? FIRST
                : shorter(earlier.pause().multipliedBy(2), LONGEST);
        return new Refusal(now.plus(pause), pause);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
