package org.linli.understanding;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Looks whether somebody has changed what residents say, so that no restart is needed.
@Component
class RefreshIntents implements Job {

    private final LearntIntents intents;

    RefreshIntents(LearntIntents intents) {
        this.intents = intents;
    }

    @Override
    public String name() {
        return "refresh-intents";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.fromCallable(() -> intents.refresh() ? 1 : 0).subscribeOn(Schedulers.boundedElastic());
    }
}
