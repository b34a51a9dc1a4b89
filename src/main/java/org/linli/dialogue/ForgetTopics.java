package org.linli.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets what groups spoke of yesterday. Nothing depends on it but space.
@Component
class ForgetTopics implements Job {

    private static final Duration KEPT = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Clock clock;

    ForgetTopics(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-topics";
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
        return database.sql("delete from dialogue.topics where said_at < $1")
                .bind(0, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
