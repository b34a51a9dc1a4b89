package org.linli.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What a [Job] measured last, as numbers for operators, for a minute. An older number would tell that all is well
/// while nobody knows.
///
/// @param <T> what is measured
public final class Fresh<T> {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private record Measured<T>(T value, Instant at) {}

    private final Clock clock;
    private volatile @Nullable Measured<T> last;

    public Fresh(Clock clock) {
        this.clock = clock;
    }

    public void is(T value) {
        last = new Measured<>(value, clock.instant());
    }

    /// `NaN` where nothing was measured within the last minute.
    public double number(ToDoubleFunction<T> of) {
        Measured<T> it = last;
        return it == null || it.at().plus(GOOD_FOR).isBefore(clock.instant())
                ? Double.NaN
                : of.applyAsDouble(it.value());
    }
}
