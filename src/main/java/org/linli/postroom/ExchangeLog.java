package org.linli.postroom;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.linli.channels.Account;
import org.linli.channels.Exchange;
import org.linli.channels.Exchange.Direction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What passed between the platforms and our accounts: the newest calls, how many failed, when we were called last.
@Component
public class ExchangeLog {

    static final int KEPT = 200;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration COUNTS_KEPT_FOR = Duration.ofDays(1);

    /// @param failures of these, in the last hour
    public record LastHour(int calls, int failures) {

        /// In percent, rounded up, so that one failure is never none.
        public int rate() {
            return calls == 0 ? 0 : (failures * 100 + calls - 1) / calls;
        }
    }

    private static final String WRITE = """
            with kept as (
                insert into postroom.exchanges
                    (community_id, channel, account, at, direction, what, code, good, took_ms)
                select $1, $2, $3, it.* from unnest(
                    $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::int[]) it
            ), counted as (
                insert into postroom.minutes as m (community_id, channel, account, minute, calls, failures)
                values ($1, $2, $3, $10, $11, $12)
                on conflict (community_id, channel, account, minute)
                do update set calls = m.calls + excluded.calls, failures = m.failures + excluded.failures
            )
            insert into postroom.callbacks as c (community_id, channel, account, at)
            select $1, $2, $3, max(at) from unnest($4::timestamptz[], $5::text[]) it(at, direction)
            where direction = 'IN' having max(at) is not null
            on conflict (community_id, channel, account) do update set at = greatest(c.at, excluded.at)
            """;

    private static final String FORGET = """
            with old as (
                delete from postroom.minutes
                where community_id = $1 and channel = $2 and account = $3 and minute < $4
            )
            delete from postroom.exchanges
            where community_id = $1 and channel = $2 and account = $3 and id <= (
                select id from postroom.exchanges where community_id = $1 and channel = $2 and account = $3
                order by id desc offset $5 limit 1)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    ExchangeLog(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> write(Account account, NotedExchanges.Taken taken) {
        var newest = taken.newest();
        return of(account, WRITE)
                .bind("$4", newest.stream().map(it -> it.at().atOffset(UTC)).toArray(OffsetDateTime[]::new))
                .bind("$5", texts(newest, it -> it.direction().name()))
                .bind("$6", texts(newest, Exchange::what))
                .bind("$7", texts(newest, Exchange::code))
                .bind("$8", newest.stream().map(Exchange::good).toArray(Boolean[]::new))
                .bind(
                        "$9",
                        newest.stream().map(it -> (int) it.took().toMillis()).toArray(Integer[]::new))
                .bind("$10", clock.instant().truncatedTo(MINUTES).atOffset(UTC))
                .bind("$11", taken.calls())
                .bind("$12", taken.failures())
                .then()
                .then(forget(account));
    }

    private Mono<Void> forget(Account account) {
        return of(account, FORGET)
                .bind("$4", clock.instant().minus(COUNTS_KEPT_FOR).atOffset(UTC))
                .bind("$5", KEPT)
                .then();
    }

    /// The newest first; empty when nothing has passed.
    public Flux<Exchange> newest(Account account) {
        return of(account, """
                select at, direction, what, code, good, took_ms from postroom.exchanges
                where community_id = $1 and channel = $2 and account = $3 order by id desc limit $4
                """)
                .bind("$4", KEPT)
                .map(row -> exchange(account, row))
                .all();
    }

    /// Never empty.
    public Mono<LastHour> lastHour(Account account) {
        return of(account, """
                select coalesce(sum(calls), 0)::int as calls, coalesce(sum(failures), 0)::int as failures
                from postroom.minutes
                where community_id = $1 and channel = $2 and account = $3 and minute > $4
                """)
                .bind("$4", clock.instant().minus(AN_HOUR).atOffset(UTC))
                .map(row -> new LastHour(integer(row, "calls"), integer(row, "failures")))
                .one();
    }

    /// When the platform called us last. Empty when it never did.
    public Mono<Instant> lastCall(Account account) {
        return of(account, """
                select at from postroom.callbacks where community_id = $1 and channel = $2 and account = $3
                """).map(row -> instant(row, "at")).one();
    }

    private DatabaseClient.GenericExecuteSpec of(Account account, String sql) {
        return database.sql(sql)
                .bind("$1", account.community().value())
                .bind("$2", account.channel().value())
                .bind("$3", account.id());
    }

    private static Exchange exchange(Account account, Readable row) {
        return new Exchange(
                account.channel(),
                account.id(),
                Direction.valueOf(text(row, "direction")),
                text(row, "what"),
                text(row, "code"),
                Boolean.TRUE.equals(row.get("good", Boolean.class)),
                Duration.ofMillis(integer(row, "took_ms")),
                instant(row, "at"));
    }

    private static String[] texts(List<Exchange> exchanges, Function<Exchange, String> text) {
        return exchanges.stream().map(text).toArray(String[]::new);
    }
}
