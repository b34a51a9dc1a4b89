package org.linli.cases;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.database.Known;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Closes what is finished: three days after the residents were satisfied, ten days after it was called done where
/// nobody said anything. The history says so; nobody is written to, as nothing happens for them. It can still be opened
/// again.
///
/// Replicas need no lease: of two who close the same case one is refused.
@Component
class CloseCases implements Job {

    static final Duration AFTER_VERDICT = Duration.ofDays(3);
    static final Duration WITHOUT_VERDICT = Duration.ofDays(10);

    private static final int MOST = 200;

    private static final String FINISHED = """
            select c.* from cases.cases c
            where c.state in ('RESOLVED', 'RATED') and c.resolved_at < $1::timestamptz
              and (c.state = 'RATED' or c.resolved_at < $2::timestamptz)
              and (c.state = 'RESOLVED' or not exists (
                select 1 from cases.steps s where s.community_id = c.community_id and s.number = c.number
                  and s.kind = 'RATED' and s.at >= $1::timestamptz))
            order by c.resolved_at, c.community_id, c.number limit $3 offset $4""";

    private static final Function<Readable, Optional<Case>> KNOWN = Known.row("case", CaseColumns::read);

    private final DatabaseClient database;
    private final Workflows workflows;
    private final Effects effects;
    private final Clock clock;

    CloseCases(DatabaseClient database, Workflows workflows, Effects effects, Clock clock) {
        this.database = database;
        this.workflows = workflows;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "close-cases";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Integer> round() {
        var now = clock.instant();
        return finished(now)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(it -> workflows.of(it).flatMap(workflow -> close(it, workflow, now)))
                .reduce(0, Integer::sum);
    }

    private Flux<Case> finished(Instant now) {
        return Known.upTo(
                MOST,
                (count, from) -> database.sql(FINISHED)
                        .bind(0, now.minus(AFTER_VERDICT).atOffset(ZoneOffset.UTC))
                        .bind(1, now.minus(WITHOUT_VERDICT).atOffset(ZoneOffset.UTC))
                        .bind(2, count)
                        .bind(3, from)
                        .map(KNOWN)
                        .all());
    }

    private Mono<Integer> close(Case it, Workflow workflow, Instant now) {
        return switch (new Moves(workflow, it, Who.SERVICE, now).make(new Act.Close(""))) {
            case Outcome.Refused _ -> Mono.just(0);
            case Outcome.Moved moved ->
                effects.commit(List.of(
                                new CaseMoved(moved.before(), moved.after()),
                                moved.clocks(),
                                new StepTaken(moved.step())))
                        .thenReturn(1)
                        .onErrorResume(Conflict.class, _ -> Mono.just(0));
        };
    }
}
