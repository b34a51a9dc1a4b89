package org.linli.outbox;

import java.time.Duration;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Looks again at held letters: when a quota begins anew, and soon after they were held, since the person may have
/// acted in that very moment.
@Component
class ReconsiderHeldLetters implements Job {

    private final HeldLetters held;
    private final Bells bells;

    ReconsiderHeldLetters(HeldLetters held, Bells bells) {
        this.held = held;
        this.bells = bells;
    }

    @Override
    public String name() {
        return "reconsider-held-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Mono<Integer> round() {
        return held.reconsider().doOnNext(due -> {
            if (due > 0) {
                bells.ring(DeliverLetters.NAME);
            }
        });
    }
}
