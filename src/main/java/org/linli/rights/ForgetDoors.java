package org.linli.rights;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets links that open no more.
@Component
class ForgetDoors implements Job {

    private final DatabaseClient database;
    private final Clock clock;

    ForgetDoors(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-doors";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(OwnDoor.OPENS);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql("""
                        delete from rights.doors where (community_id, hash) in (
                          select community_id, hash from rights.doors where until < $1 limit 1000
                          for update skip locked)""")
                .bind(0, clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
