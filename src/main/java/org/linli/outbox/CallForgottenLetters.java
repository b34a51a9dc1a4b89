package org.linli.outbox;

import java.time.Duration;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sees to it that no letter stands behind nobody.
@Component
class CallForgottenLetters implements Job {

    private final LettersBehind behind;
    private final Bells bells;

    CallForgottenLetters(LettersBehind behind, Bells bells) {
        this.behind = behind;
        this.bells = bells;
    }

    @Override
    public String name() {
        return "call-forgotten-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        return behind.callForgotten().doOnNext(called -> {
            if (called > 0) {
                bells.ring(DeliverLetters.NAME);
            }
        });
    }
}
