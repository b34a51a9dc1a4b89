package org.linli.webhooks;

import java.time.Duration;
import org.linli.platform.calling.CallLine;
import org.linli.platform.calling.PostCall;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Calls those who subscribed. A call that does not arrive is made again for three days; then its subscription is put
/// aside and shown to administrators, with everything that waits for it.
@Component
class DeliverWebhooks implements Job {

    private final Subscriptions subscriptions;
    private final PostCall post;

    DeliverWebhooks(Subscriptions subscriptions, PostCall post) {
        this.subscriptions = subscriptions;
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
        return CallLine.LEASE;
    }

    @Override
    public Mono<Integer> round() {
        return subscriptions.call(post::post);
    }
}
