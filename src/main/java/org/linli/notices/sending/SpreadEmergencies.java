package org.linli.notices.sending;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hands out emergencies beside [SpreadNotices], so that they do not even wait for the batch that is just being
/// written.
@Component
class SpreadEmergencies implements Job {

    static final String NAME = "spread-emergencies";

    private final SpreadNotices spread;

    SpreadEmergencies(SpreadNotices spread) {
        this.spread = spread;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Integer> round() {
        return spread.emergencies();
    }
}
