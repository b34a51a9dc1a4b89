package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.number;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes letters whose story ended a quarter of a year ago, whatever became of them.
@Component
class ForgetOldLetters implements Job {

    static final Duration KEPT_FOR = Duration.ofDays(90);

    private static final String FORGET = """
            with old as (
                delete from outbox.letters where (community_id, key) in (
                    select community_id, key from outbox.letters
                    where state in ('sent', 'confirmed', 'arrived', 'seen', 'unknown', 'failed') and finished_at < $1
                    limit 1000 for update skip locked)
                returning community_id, key
            ), told as (
                delete from outbox.history where (community_id, key) in (select community_id, key from old)
            ), expected as (
                delete from outbox.deliveries where at < $1
            )
            select count(*) as forgotten from old
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ForgetOldLetters(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql(FORGET)
                .bind("$1", clock.instant().minus(KEPT_FOR).atOffset(UTC))
                .map(row -> (int) number(row, "forgotten"))
                .one();
    }
}
