package org.linli.outbox;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.platform.database.Columns;
import org.linli.platform.jobs.Fresh;
import org.linli.platform.jobs.Job;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How many letters are on their way or did not arrive, by state and reason, as numbers for operators. The same on
/// every replica. While the database does not tell, how long they wait is `NaN`.
@Component
class MeasureLetters implements Job {

    /// A reason is a word of ours, never what a platform said: the number of lines stays small.
    private static final String BY_REASON = """
            select state, case when reason ~ '^[A-Z_]{1,30}$' then reason else '' end as why, count(*) as letters
            from outbox.letters where state in ('due', 'sending') group by 1, 2
            union all
            select state, case when reason ~ '^[A-Z_]{1,30}$' then reason else '' end, count(*)
            from outbox.letters where state = 'handed' group by 1, 2
            union all
            select state, case when reason ~ '^[A-Z_]{1,30}$' then reason else '' end, count(*)
            from outbox.letters where state in ('unknown', 'failed', 'held') group by 1, 2
            """;

    private static final String OLDEST = """
            select min(created_at) as oldest from outbox.letters
            where state in ('due', 'sending') and coalesce(not_before, created_at) <= $1
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private final MultiGauge letters;
    private final Fresh<Double> oldest;

    MeasureLetters(DatabaseClient database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.oldest = new Fresh<>(clock);
        this.letters = MultiGauge.builder("linli.outbox.letters")
                .description("Letters that are not done with, by state and reason")
                .register(meters);
        Gauge.builder("linli.outbox.oldest.due", () -> oldest.number(it -> it))
                .description("How long the oldest letter has waited that may be sent now")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public String name() {
        return "measure-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Mono<Integer> round() {
        return countLetters().then(findOldest()).thenReturn(0);
    }

    private Mono<List<Row<?>>> countLetters() {
        return database.sql(BY_REASON)
                .<Row<?>>map(MeasureLetters::line)
                .all()
                .collectList()
                .doOnNext(it -> letters.register(it, true));
    }

    private static Row<?> line(Readable row) {
        return Row.of(
                Tags.of("state", Columns.text(row, "state"), "reason", Columns.text(row, "why")),
                Columns.number(row, "letters"));
    }

    private Mono<Double> findOldest() {
        Instant now = clock.instant();
        return database.sql(OLDEST)
                .bind("$1", now.atOffset(UTC))
                .map(row -> waited(row, now))
                .one()
                .doOnNext(oldest::is);
    }

    private static double waited(Readable row, Instant now) {
        Instant since = Columns.instantOrNull(row, "oldest");
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1e3);
    }
}
