package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Posts the letters of what was done to many cases, once it cannot be undone any more.
@Component
class PostWaitingLetters implements Job {

    private static final int MOST = 200;

    private final DoneTogether done;
    private final Effects effects;
    private final Clock clock;

    PostWaitingLetters(DoneTogether done, Effects effects, Clock clock) {
        this.done = done;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "post-waiting-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return done.overdue(now, MOST)
                .collectList()
                .flatMapIterable(it -> it)
                .flatMap(this::post)
                .reduce(0, Integer::sum)
                .delayUntil(_ -> done.forget(now));
    }

    /// Another replica may have been faster.
    private Mono<Integer> post(DoneTogether.Waiting it) {
        var changes = new ArrayList<Effect>(it.letters());
        changes.add(new BulkSettled(it.community(), it.bulk(), it.number(), BulkSettled.Outcome.STANDS));
        return effects.commit(changes).thenReturn(1).onErrorResume(Conflict.class, _ -> Mono.just(0));
    }
}
