package org.linli.platform.jobs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/// Wakes a resting [Job] of this replica because something has become due. A hint: without it, the job looks by itself.
@Component
public class Bells {

    private final Map<String, Bell> bells = new ConcurrentHashMap<>();

    /// Never fails and never waits, whoever else rings; the job runs on a thread of its own. Many rings at once may be
    /// heard as one, but the job looks again after the last of them.
    ///
    /// @param job the job's [Job#name]
    public void ring(String job) {
        bell(job).ring();
    }

    /// Rings when the transaction is committed that this is part of.
    public Mono<Void> ringAfterCommit(String job) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(it -> it.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> ring(job));
                    }
                }))
                .then();
    }

    Flux<Boolean> heard(String job) {
        return bell(job).rings.asFlux().onBackpressureLatest().publishOn(Schedulers.parallel(), false, 1);
    }

    private Bell bell(String job) {
        return bells.computeIfAbsent(job, _ -> new Bell());
    }

    private static final class Bell {

        private final Sinks.Many<Boolean> rings =
                Sinks.unsafe().many().multicast().directBestEffort();
        private final AtomicInteger ringers = new AtomicInteger();

        /// One of several ringers rings for all, and once more for those who came meanwhile.
        void ring() {
            if (ringers.getAndIncrement() != 0) {
                return;
            }
            int heard = 1;
            do {
                rings.tryEmitNext(true);
                heard = ringers.addAndGet(-heard);
            } while (heard != 0);
        }
    }
}
