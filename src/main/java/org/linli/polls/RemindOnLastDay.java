package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reminds whoever has not voted once by itself, a day before a vote closes that lasts two days or more. Staff may
/// remind besides, see [RemindVoters]; nobody is written to twice within a day.
@Component
class RemindOnLastDay implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(RemindOnLastDay.class);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofDays(2);
    private static final int BATCH = 200;

    private final FindPolls find;
    private final RemindVoters remind;
    private final DatabaseClient database;
    private final Clock clock;

    RemindOnLastDay(FindPolls find, RemindVoters remind, DatabaseClient database, Clock clock) {
        this.find = find;
        this.remind = remind;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remind-voters";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(5);
    }

    /// How many votes were reminded of. One whose reminding broke off is gone through again: each letter has a key.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(
                find.toRemind(clock.instant(), BEFORE, SHORTEST, BATCH),
                LOG,
                poll -> remind.remind(poll).then(reminded(poll)).thenReturn(poll));
    }

    private Mono<Void> reminded(Poll poll) {
        return database.sql("update polls.polls set reminded_at = $3 where community_id = $1 and id = $2")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", clock.instant().atOffset(UTC))
                .then();
    }
}
