package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.platform.database.Columns;
import org.linli.platform.jobs.Fresh;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How far behind we are with what people said, as numbers for operators. The same on every replica: of all messages
/// in the database, not of those that this one has. `NaN` while the database does not tell.
@Component
class MeasureArrivals implements Job {

    private static final String LAG = """
            select (select count(*) from inbox.arrivals where state in ('waiting', 'working')) as unfinished,
                   (select count(*) from inbox.arrivals where state = 'set_aside') as set_aside,
                   (select min(received_at) from inbox.arrivals where state in ('waiting', 'working')) as oldest,
                   (select count(*) from (
                        select from inbox.arrivals
                        where state = 'waiting' and attempt = 0 and received_at < $1 limit $2) it) as late
            """;

    /// Nobody has looked at it though it should be answered by now: more replicas would help.
    private static final Duration LATE = Duration.ofSeconds(2);

    /// Counting more would only cost.
    private static final int MANY = 10_000;

    private record Lag(long unfinished, long setAside, double oldest, long late) {}

    private final DatabaseClient database;
    private final Clock clock;
    private final Fresh<Lag> lag;

    MeasureArrivals(DatabaseClient database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.lag = new Fresh<>(clock);
        Gauge.builder("linli.inbox.unfinished", () -> lag.number(Lag::unfinished))
                .description("Messages that are kept and not yet worked on to their end")
                .register(meters);
        Gauge.builder("linli.inbox.set.aside", () -> lag.number(Lag::setAside))
                .description("Messages that failed again and again and wait for staff")
                .register(meters);
        Gauge.builder("linli.inbox.oldest.waiting", () -> lag.number(Lag::oldest))
                .description("How long the oldest unfinished message has waited")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("linli.inbox.late", () -> lag.number(Lag::late))
                .description("Messages, ten thousand at most, that nobody has looked at for two seconds")
                .register(meters);
    }

    @Override
    public String name() {
        return "measure-arrivals";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql(LAG)
                .bind("$1", clock.instant().minus(LATE).atOffset(UTC))
                .bind("$2", MANY)
                .map(this::lag)
                .one()
                .doOnNext(lag::is)
                .thenReturn(0);
    }

    private Lag lag(Readable row) {
        Instant oldest = Columns.instantOrNull(row, "oldest");
        return new Lag(
                Columns.number(row, "unfinished"),
                Columns.number(row, "set_aside"),
                oldest == null
                        ? 0
                        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1e3),
                Columns.number(row, "late"));
    }
}
