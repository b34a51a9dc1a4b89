package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes to the voters of each vote for which that is due: once, whichever replica is first and however often one
/// breaks off, since each letter has a key.
final class TellVoters implements Job {

    /// What is written, when, and how it is remembered.
    ///
    /// @param job   its name
    /// @param due   votes for which it is, so many at most
    /// @param write to all whom it concerns
    /// @param told  notes of a vote, by community and id, when all were written to
    record Telling(
            String job,
            Duration rest,
            Function<Integer, Flux<Poll>> due,
            Function<Poll, Mono<Integer>> write,
            String told) {}

    private static final Logger LOG = LoggerFactory.getLogger(TellVoters.class);
    private static final int BATCH = 200;

    private final Telling telling;
    private final DatabaseClient database;
    private final Clock clock;

    TellVoters(Telling telling, DatabaseClient database, Clock clock) {
        this.telling = telling;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return telling.job();
    }

    @Override
    public Duration rest() {
        return telling.rest();
    }

    /// Of how many votes all were written to.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(telling.due().apply(BATCH), LOG, this::tell);
    }

    private Mono<Poll> tell(Poll poll) {
        return telling.write().apply(poll).then(told(poll)).thenReturn(poll);
    }

    private Mono<Void> told(Poll poll) {
        return database.sql(telling.told())
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", clock.instant().atOffset(UTC))
                .then();
    }
}
