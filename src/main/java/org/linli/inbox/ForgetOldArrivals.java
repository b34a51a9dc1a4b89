package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes what was said a month ago and has had its effect. What staff still have to look at stays.
@Component
class ForgetOldArrivals implements Job {

    static final Duration KEPT_FOR = Duration.ofDays(30);

    private static final String FORGET = """
            delete from inbox.arrivals where (community_id, id) in (
                select community_id, id from inbox.arrivals
                where state = 'done' and received_at < $1 limit 1000 for update skip locked)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ForgetOldArrivals(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-arrivals";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql(FORGET)
                .bind("$1", clock.instant().minus(KEPT_FOR).atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
