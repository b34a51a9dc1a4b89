package org.linli.channels.webchat;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes what was said and shown in the rooms a year ago. The rooms go on counting where they are.
@Component
class ForgetOldLines implements Job {

    static final Duration KEPT_FOR = Duration.ofDays(365);

    private static final String FORGET_LINES = """
            delete from webchat.lines where (community_id, room, seq) in (
                select community_id, room, seq from webchat.lines where at < $1 limit 1000 for update skip locked)
            """;

    private static final String FORGET_PICTURES = """
            delete from webchat.pictures where (community_id, room, id) in (
                select community_id, room, id from webchat.pictures where at < $1 limit 50 for update skip locked)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ForgetOldLines(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-lines";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Integer> round() {
        return forget(FORGET_LINES).flatMap(lines -> forget(FORGET_PICTURES).map(pictures -> lines + pictures));
    }

    private Mono<Integer> forget(String old) {
        return database.sql(old)
                .bind("$1", clock.instant().minus(KEPT_FOR).atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
