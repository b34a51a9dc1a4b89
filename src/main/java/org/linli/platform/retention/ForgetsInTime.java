package org.linli.platform.retention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import reactor.core.publisher.Mono;

/// A job that forgets what nobody chooses a time for: how the program works says how long it is needed.
public interface ForgetsInTime extends Job {

    Duration kept();

    /// What deletes, each a batch of rows; `$1` is before when.
    List<String> statements();

    OldRows rows();

    @Override
    default Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    default Optional<Duration> keptFor() {
        return Optional.of(kept());
    }

    @Override
    default Mono<Integer> round() {
        return rows().forget(kept(), statements());
    }
}
