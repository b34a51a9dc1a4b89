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
    private final NoteUnderstood note;

    RefreshIntents(LearntIntents intents, NoteUnderstood note) {
        this.intents = intents;
        this.note = note;
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
        return Mono.fromCallable(this::look).subscribeOn(Schedulers.boundedElastic());
    }

    private int look() {
        boolean changed = intents.refresh();
        note.uses(intents.print());
        return changed ? 1 : 0;
    }
}
