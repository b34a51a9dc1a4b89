package org.linli.platform.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// Wakes a resting [Job] of this replica because something has become due. A hint: without it, the job looks by itself.
@Component
public class Bells {

    private static final Sinks.EmitFailureHandler WAIT_FOR_OTHER_RINGERS =
            Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(100));

    private final Map<String, Sinks.Many<Boolean>> bells = new ConcurrentHashMap<>();

    /// @param job the job's [Job#name]
    public void ring(String job) {
        bell(job).emitNext(true, WAIT_FOR_OTHER_RINGERS);
    }

    Flux<Boolean> heard(String job) {
        return bell(job).asFlux();
    }

    private Sinks.Many<Boolean> bell(String job) {
        return bells.computeIfAbsent(job, _ -> Sinks.many().multicast().directBestEffort());
    }
}
