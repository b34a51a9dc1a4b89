package org.linli.platform.jobs;

import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Work that repeats by itself: claims what is due under a lease and does it.
///
/// Any number of replicas run the same job; rows are claimed with `for update skip locked`.
public interface Job {

    /// For logs: a verb, like `deliver-letters`.
    String name();

    /// How long to rest after a round that found nothing.
    Duration rest();

    /// A round that takes longer is given up and counts as failed: what it waits for may have died in silence.
    default Duration limit() {
        return Duration.ofSeconds(60);
    }

    /// Whether nobody notices when it does nothing for an hour: it rests while there is more to do than can be done.
    default boolean canWait() {
        return false;
    }

    /// How long what this job forgets is kept before. Empty for jobs that forget nothing.
    default Optional<Duration> keptFor() {
        return Optional.empty();
    }

    /// Does what is due now, up to a batch. Never empty: how much was done; zero means that nothing is due.
    Mono<Integer> round();
}
