package org.linli.platform.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells operators whether PostgreSQL answers this replica. A replica that is not ready gets no calls, and numbers
/// about calls stand still: this one does not.
@Component
class WatchDatabase implements Job {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DatabaseClient database;
    private volatile boolean answers;

    WatchDatabase(DatabaseClient database, MeterRegistry meters) {
        this.database = database;
        Gauge.builder("linli.database.answers", () -> answers ? 1 : 0)
                .description("1 while PostgreSQL answers this replica within five seconds")
                .register(meters);
    }

    @Override
    public String name() {
        return "watch-database";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql("select 1")
                .mapValue(Integer.class)
                .one()
                .timeout(PATIENCE)
                .doOnSuccess(_ -> answers = true)
                .doOnError(_ -> answers = false)
                .thenReturn(0);
    }
}
