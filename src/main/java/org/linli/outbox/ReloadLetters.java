package org.linli.outbox;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes up changed words without a restart.
@Component
class ReloadLetters implements Job {

    private final LetterTemplates templates;

    ReloadLetters(LetterTemplates templates) {
        this.templates = templates;
    }

    @Override
    public String name() {
        return "reload-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.fromRunnable(this::load)
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(0);
    }

    private void load() {
        if (templates.mayChange()) {
            templates.load();
        }
    }
}
