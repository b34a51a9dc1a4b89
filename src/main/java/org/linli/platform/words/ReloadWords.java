package org.linli.platform.words;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes up changed words of files of properties without a restart.
@Component
class ReloadWords implements Job {

    @Override
    public String name() {
        return "reload-words";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.fromRunnable(WordFile::reloadAll)
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(0);
    }
}
