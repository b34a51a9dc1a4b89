package org.linli.platform.jobs;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Does all [AtStart] work while the starting thread waits, before the web server listens and the jobs run. Which of it
/// failed or did not end stands in the error. A context that is stopped and started again, as tests do, has done it
/// already.
@Component
class RunAtStart implements SmartLifecycle {

    private final List<AtStart> works;
    private volatile boolean done;
    private volatile boolean running;

    RunAtStart(List<AtStart> works) {
        this.works = works;
    }

    @Override
    public void start() {
        if (!done) {
            doAll();
            done = true;
        }
        running = true;
    }

    private void doAll() {
        var end = new CompletableFuture<Void>();
        Flux.fromIterable(works)
                .concatMap(RunAtStart::named)
                .subscribe(_ -> {}, end::completeExceptionally, () -> end.complete(null));
        end.join();
    }

    private static Mono<Void> named(AtStart work) {
        return work.run()
                .timeout(work.patience())
                .onErrorMap(error -> new IllegalStateException("%s failed at the start".formatted(work.name()), error));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// After the connections are made, before the web server and [RunJobs], which start near the highest phase.
    @Override
    public int getPhase() {
        return 2;
    }
}
