package org.linli.platform.retention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import reactor.core.publisher.Mono;

/// A job that forgets what communities may keep for longer or shorter.
public interface Forgets extends Job {

    Period period();

    /// What it forgets, one after the other: at least one.
    List<Old> kinds();

    Retention retention();

    /// Counts what it would forget, for [Retention#count]: the first of its kinds.
    default String counting() {
        return kinds().getFirst().counting();
    }

    @Override
    default Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    default Optional<Duration> keptFor() {
        return Optional.of(period().usually());
    }

    @Override
    default Mono<Integer> round() {
        return retention().forget(period(), kinds());
    }
}
