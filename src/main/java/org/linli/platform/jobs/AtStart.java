package org.linli.platform.jobs;

import java.time.Duration;
import reactor.core.publisher.Mono;

/// Work done once, before the first visitor and the first [Job]: the program does not start without it.
///
/// Several run one after the other, in the order of `@Order`. An error stops the start and is shown.
public interface AtStart {

    /// For logs: a verb, like `import-community`.
    String name();

    Mono<Void> run();

    /// After how long it counts as stuck, and the program does not start.
    default Duration patience() {
        return Duration.ofMinutes(2);
    }
}
