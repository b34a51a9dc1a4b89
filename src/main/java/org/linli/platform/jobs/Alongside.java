package org.linli.platform.jobs;

import java.util.concurrent.atomic.AtomicInteger;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Work that a [Job] has claimed and does not wait for, so that a slow piece holds up nobody else's.
///
/// The work deals with its own failures; one that escapes is logged, and its lease brings the piece back.
public final class Alongside {

    private static final Logger LOG = LoggerFactory.getLogger(Alongside.class);

    private final OnceASecond left = new OnceASecond();
    private final String name;
    private final int most;
    private final AtomicInteger running = new AtomicInteger();

    /// @param name for logs
    /// @param most pieces at the same time; the job claims no more than [#free]
    public Alongside(String name, int most) {
        this.name = name;
        this.most = most;
    }

    public int free() {
        return Math.max(0, most - running.get());
    }

    /// @param afterwards runs when the work has ended in whatever way
    public void start(Mono<Void> work, Runnable afterwards) {
        running.incrementAndGet();
        work.doFinally(_ -> {
                    running.decrementAndGet();
                    afterwards.run();
                })
                .subscribe(
                        null,
                        error -> left.happened(pieces ->
                                LOG.warn("{} left {} to their lease: {}", name, pieces, Failed.briefly(error))));
    }
}
