package org.linli.platform.jobs;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Ends the streams when the program stops: the server waits for open requests, and these never end by themselves.
/// Browsers come back to another replica.
@Component
public class Closing implements SmartLifecycle {

    private Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean running;

    /// Completes when the program begins to stop, for `takeUntilOther`.
    public Mono<Void> soon() {
        return end.asMono();
    }

    @Override
    public void start() {
        end = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        end.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
