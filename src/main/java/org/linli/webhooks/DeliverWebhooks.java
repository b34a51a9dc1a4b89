package org.linli.webhooks;

import java.time.Duration;
import org.linli.open311.PostCall;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Calls those who subscribed. A call that does not arrive is made again for three days; then its subscription is put
/// aside and shown to administrators, with everything that waits for it.
@Component
class DeliverWebhooks implements Job {

    private static final int ABREAST = 8;

    private final Deliveries deliveries;
    private final PostCall post;

    DeliverWebhooks(Deliveries deliveries, PostCall post) {
        this.deliveries = deliveries;
        this.post = post;
    }

    @Override
    public String name() {
        return "deliver-webhooks";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration limit() {
        return Deliveries.LEASE;
    }

    @Override
    public Mono<Integer> round() {
        return deliveries
                .claim()
                .flatMap(
                        due -> post.post(due.call(), due.body()).delayUntil(result -> deliveries.record(due, result)),
                        ABREAST)
                .count()
                .map(Long::intValue);
    }
}
