package org.linli.outbox;

import org.linli.platform.jobs.Bells;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Wakes delivery when the transaction that made letters due is committed.
@Component
class RingAfterCommit {

    private final Bells bells;

    RingAfterCommit(Bells bells) {
        this.bells = bells;
    }

    Mono<Void> ring() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(it -> it.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> bells.ring(DeliverLetters.NAME));
                    }
                }))
                .then();
    }
}
