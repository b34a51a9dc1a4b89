package org.linli.ledger;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes what is over: windows, days and months that ended, closings whose time has come, or that nobody opened.
@Component
class ForgetOldCounts implements Job {

    /// So that a message that is on its way can still be handed back.
    static final Duration KEPT_FOR = Duration.ofDays(1);

    private static final String FORGET = """
        delete from ledger.%1$s where ctid in (select ctid from ledger.%1$s where %2$s < $1 limit 1000)
        """;

    private final DatabaseClient database;
    private final Clock clock;

    ForgetOldCounts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-counts";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(KEPT_FOR);
    }

    @Override
    public Mono<Integer> round() {
        return Flux.concat(
                        forget("counters", "until"),
                        forget("closings", "coalesce(until, since + interval '30 days')"),
                        forget("paces", "next_at"))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> forget(String table, String end) {
        OffsetDateTime before = clock.instant().minus(KEPT_FOR).atOffset(UTC);
        return database.sql(FORGET.formatted(table, end))
                .bind("$1", before)
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
