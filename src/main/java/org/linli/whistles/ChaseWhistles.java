package org.linli.whistles;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.database.Conflict;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells the unit, the one above it and the community that nobody came in time: once, whichever replica is
/// first.
@Component
class ChaseWhistles implements Job {

    private static final int BATCH = 100;

    private final FindWhistles find;
    private final AnswerWhistle answer;
    private final Clock clock;

    ChaseWhistles(FindWhistles find, AnswerWhistle answer, Clock clock) {
        this.find = find;
        this.answer = answer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "chase-whistles";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(20);
    }

    /// How many were chased by this replica.
    @Override
    public Mono<Integer> round() {
        return find.toChase(clock.instant(), BATCH)
                .concatMap(it -> answer.answer(it, "", new Answer.Chase())
                        .onErrorResume(Conflict.class, _ -> Mono.empty())
                        .filter(AnswerWhistle.Result.Done.class::isInstance))
                .count()
                .map(Long::intValue);
    }
}
