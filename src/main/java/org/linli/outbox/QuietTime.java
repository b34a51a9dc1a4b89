package org.linli.outbox;

import java.time.Instant;
import reactor.core.publisher.Mono;

/// Knows when people do not want to be written to. Asked for letters to groups only.
public interface QuietTime {

    /// From when on the letter may be sent. Empty when it may be sent at once.
    Mono<Instant> until(Letter letter);
}
