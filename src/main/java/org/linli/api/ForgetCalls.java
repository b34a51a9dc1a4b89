package org.linli.api;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets calls that nobody makes again, with what was answered.
@Component
class ForgetCalls implements Job {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Clock clock;

    ForgetCalls(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-calls";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(KEPT);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql("""
            delete from api.calls where (community_id, client, key) in (
              select community_id, client, key from api.calls where at < $1 limit 1000 for update skip locked)""")
                .bind(0, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
