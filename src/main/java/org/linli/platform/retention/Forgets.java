package org.linli.platform.retention;

import java.time.Duration;
import java.util.Optional;
import org.linli.platform.jobs.Job;

/// A job that forgets what communities may keep for longer or shorter.
public interface Forgets extends Job {

    Period period();

    /// Counts what it would forget, for [Retention#count].
    String counting();

    @Override
    default Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    default Optional<Duration> keptFor() {
        return Optional.of(period().usually());
    }
}
