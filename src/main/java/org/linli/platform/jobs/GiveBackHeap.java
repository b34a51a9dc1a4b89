package org.linli.platform.jobs;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Gives back to the machine what only the start needed, once, a while after it: two thirds of the heap, which the
/// serial collector would keep until its next full collection, days later. That takes about 0.2 s.
///
/// Only where `linli.heap.give-back-after` says when, as the options of installations do.
@Component
class GiveBackHeap {

    private final Duration after;

    GiveBackHeap(@Value("${linli.heap.give-back-after:0s}") Duration after) {
        this.after = after;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (after.isPositive()) {
            Mono.delay(after, Schedulers.boundedElastic()).subscribe(_ -> System.gc());
        }
    }
}
