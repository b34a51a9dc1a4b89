package org.linli.cases;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes up changed workflows without a restart.
@Component
class ReloadWorkflows implements Job {

    private final WorkflowFiles files;

    ReloadWorkflows(WorkflowFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "reload-workflows";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.fromRunnable(files::reload)
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(0);
    }
}
