package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes what messages were recognised by when no second can come any more: a chat archive holds them for five days.
@Component
class ForgetTwins implements Job {

    static final Duration KEPT_FOR = Duration.ofDays(6);

    private final DatabaseClient database;
    private final Clock clock;

    ForgetTwins(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-twins";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(KEPT_FOR);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql("delete from inbox.twins where said_at < $1")
                .bind("$1", clock.instant().minus(KEPT_FOR).atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
