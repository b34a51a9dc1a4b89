package org.linli.platform.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Does all [AtStart] work while the starting thread waits, before the web server listens and the jobs run.
@Component
class RunAtStart implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<AtStart> works;
    private volatile boolean done;

    RunAtStart(List<AtStart> works) {
        this.works = works;
    }

    @Override
    public void start() {
        var end = new CompletableFuture<Void>();
        Flux.fromIterable(works)
                .concatMap(AtStart::run)
                .subscribe(_ -> {}, end::completeExceptionally, () -> end.complete(null));
        end.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /// After the connections are made, before the web server and [RunJobs], which start near the highest phase.
    @Override
    public int getPhase() {
        return 2;
    }
}
