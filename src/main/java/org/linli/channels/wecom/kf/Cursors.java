package org.linli.channels.wecom.kf;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Committed;
import org.linli.platform.jobs.Bells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How far each desk was read, over all replicas.
@Component
class Cursors {

    static final Duration LEASE = Duration.ofSeconds(60);
    /// Calls get lost: a desk is read from time to time all the same.
    static final Duration UNCALLED = Duration.ofMinutes(2);
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(10);

    private static final String CALLED = """
            insert into kf.cursors (desk, token, called_at) values ($1, $2, $3)
            on conflict (desk) do update set token = excluded.token, called_at = excluded.called_at
            """;

    private static final String CLAIM = """
            with due as (
                select desk from kf.cursors
                where desk = any($1) and (lease_until is null or lease_until < $2)
                  and (read_at is null or called_at >= read_at or read_at < $3)
                order by called_at nulls last for update skip locked)
            update kf.cursors c set attempt = attempt + 1, lease_until = $4
            from due where c.desk = due.desk
            returning c.desk, c.cursor, case when c.called_at > $5 then c.token end as token, c.attempt
            """;

    private static final String READ = """
            update kf.cursors
            set cursor = coalesce($3, cursor), token = case when $4 then token end,
                read_at = case when $6 then read_at else $5 end, lease_until = case when $6 then $7 end
            where desk = $1 and attempt = $2
            """;

    private static final String LET_GO = """
            update kf.cursors set lease_until = $3 where desk = $1 and attempt = $2
            """;

    /// A desk that this replica reads now.
    ///
    /// @param cursor  `null` before the first page
    /// @param token   `null` where the platform has not called lately
    /// @param attempt part of the lease
    record Claimed(
            String desk, @Nullable String cursor, @Nullable String token, int attempt, Instant at) {

        Claimed after(String next) {
            return new Claimed(desk, next, token, attempt, at);
        }

        Claimed withoutToken() {
            return new Claimed(desk, cursor, null, attempt, at);
        }
    }

    private final DatabaseClient database;
    private final Bells bells;
    private final Clock clock;

    Cursors(DatabaseClient database, Bells bells, Clock clock) {
        this.database = database;
        this.bells = bells;
        this.clock = clock;
    }

    /// The platform says that there is something to read. Committed when it completes.
    Mono<Void> called(String desk, String token) {
        return database.sql(CALLED)
                .bind("$1", desk)
                .bind("$2", token)
                .bind("$3", clock.instant().atOffset(UTC))
                .then()
                .doOnSuccess(_ -> bells.ring(SyncMessages.NAME));
    }

    /// Lets desks be read that were never called.
    Mono<Void> know(Collection<String> desks) {
        return database.sql("insert into kf.cursors (desk) select unnest($1::text[]) on conflict do nothing")
                .bind("$1", desks.toArray(String[]::new))
                .then();
    }

    /// Those that are due and nobody reads, under a lease.
    Flux<Claimed> claim(Collection<String> desks) {
        var now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", desks.toArray(String[]::new))
                .bind("$2", now.atOffset(UTC))
                .bind("$3", now.minus(UNCALLED).atOffset(UTC))
                .bind("$4", now.plus(LEASE).atOffset(UTC))
                .bind("$5", now.minus(TOKEN_LASTS).atOffset(UTC))
                .map(row -> new Claimed(
                        text(row, "desk"),
                        row.get("cursor", String.class),
                        row.get("token", String.class),
                        integer(row, "attempt"),
                        now))
                .all()
                .as(Committed::rows);
    }

    /// Everything before the cursor is kept. Empty when the lease was lost: then another replica reads.
    ///
    /// @param more whether the next page is read at once, under the same lease
    Mono<Claimed> read(Claimed claimed, boolean more) {
        var statement = database.sql(READ)
                .bind("$1", claimed.desk())
                .bind("$2", claimed.attempt())
                .bind("$4", claimed.token() != null)
                .bind("$5", claimed.at().atOffset(UTC))
                .bind("$6", more)
                .bind("$7", clock.instant().plus(LEASE).atOffset(UTC));
        var cursor = claimed.cursor();
        return (cursor == null ? statement.bindNull("$3", String.class) : statement.bind("$3", cursor))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(_ -> claimed);
    }

    /// Nothing was read. The desk is due again after that time, unless the lease was lost anyway.
    Mono<Void> letGo(Claimed claimed, Duration after) {
        return database.sql(LET_GO)
                .bind("$1", claimed.desk())
                .bind("$2", claimed.attempt())
                .bind("$3", clock.instant().plus(after).atOffset(UTC))
                .then();
    }
}
