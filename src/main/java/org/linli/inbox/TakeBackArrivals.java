package org.linli.inbox;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Brings back what a dead replica held.
@Component
class TakeBackArrivals implements Job {

    private final FailedAttempts failures;

    TakeBackArrivals(FailedAttempts failures) {
        this.failures = failures;
    }

    @Override
    public String name() {
        return "take-back-arrivals";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Integer> round() {
        return failures.takeBackAbandoned().map(Long::intValue);
    }
}
