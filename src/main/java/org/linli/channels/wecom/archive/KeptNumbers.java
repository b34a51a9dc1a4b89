package org.linli.channels.wecom.archive;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Proves that nothing is missing: which sequence numbers of each archive are kept, and which were seen and are not.
@Component
class KeptNumbers {

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String CLAIM = """
            update archive.readers r set attempt = attempt + 1, lease_until = $3
            where archive = $1 and (lease_until is null or lease_until < $2)
            returning archive, seq, attempt
            """;

    private static final String MOVE = """
            update archive.readers set seq = $3, lease_until = $4,
                kept = kept + case when $3 > seq then int8multirange(int8range(seq + 1, $3, '[]')) else '{}' end
                            - $5::int8multirange
            where archive = $1 and attempt = $2
            """;

    /// An archive that this replica reads now.
    ///
    /// @param seq up to which it was read
    record Claimed(String archive, long seq, int attempt) {

        Claimed at(long later) {
            return new Claimed(archive, later, attempt);
        }
    }

    /// A number that was seen and could not be kept.
    record Hole(long seq, Instant seenAt) {}

    /// @param open   the platform still has them
    /// @param lost   it has forgotten them
    /// @param oldest since when the oldest of the open ones is known; now where there is none
    record Gaps(long open, long lost, Instant oldest) {}

    private final DatabaseClient database;
    private final Clock clock;

    KeptNumbers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty while another replica reads it.
    Mono<Claimed> claim(String archive) {
        var now = clock.instant();
        return database.sql("insert into archive.readers (archive) values ($1) on conflict do nothing")
                .bind("$1", archive)
                .then()
                .then(database.sql(CLAIM)
                        .bind("$1", archive)
                        .bind("$2", now.atOffset(UTC))
                        .bind("$3", now.plus(LEASE).atOffset(UTC))
                        .map(row -> new Claimed(text(row, "archive"), number(row, "seq"), integer(row, "attempt")))
                        .one());
    }

    /// Everything up to `upTo` is kept but the holes. Empty when the lease was lost.
    Mono<Claimed> move(Claimed claimed, long upTo, Collection<Long> holes) {
        return database.sql(MOVE)
                .bind("$1", claimed.archive())
                .bind("$2", claimed.attempt())
                .bind("$3", Math.max(upTo, claimed.seq()))
                .bind("$4", clock.instant().plus(LEASE).atOffset(UTC))
                .bind("$5", multirange(holes))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(_ -> noted(claimed, holes))
                .map(_ -> claimed.at(Math.max(upTo, claimed.seq())));
    }

    /// What was a hole is kept by now.
    Mono<Void> healed(Claimed claimed, long seq) {
        return database.sql("""
                        with gone as (delete from archive.holes where archive = $1 and seq = $2)
                        update archive.readers set kept = kept + int8multirange(int8range($2, $2, '[]'))
                        where archive = $1""").bind("$1", claimed.archive()).bind("$2", seq).then();
    }

    /// What the platform still had at that time, the oldest first; a hundred at the most.
    Flux<Hole> holes(String archive, Instant since) {
        return database.sql("""
                        select seq, seen_at from archive.holes
                        where archive = $1 and seen_at >= $2 order by seq limit 100""")
                .bind("$1", archive)
                .bind("$2", since.atOffset(UTC))
                .map(row -> new Hole(number(row, "seq"), instant(row, "seen_at")))
                .all();
    }

    /// How many there are, and since when the oldest of those that can still be mended. Never empty.
    Mono<Gaps> gaps(String archive, Instant since) {
        return database.sql("""
                        select count(*) filter (where seen_at >= $2) as open, count(*) filter (where seen_at < $2) as lost,
                               coalesce(min(seen_at) filter (where seen_at >= $2), $3) as oldest
                        from archive.holes where archive = $1""")
                .bind("$1", archive)
                .bind("$2", since.atOffset(UTC))
                .bind("$3", clock.instant().atOffset(UTC))
                .map(row -> new Gaps(number(row, "open"), number(row, "lost"), instant(row, "oldest")))
                .one();
    }

    Mono<Void> release(Claimed claimed) {
        return database.sql("update archive.readers set lease_until = null where archive = $1 and attempt = $2")
                .bind("$1", claimed.archive())
                .bind("$2", claimed.attempt())
                .then();
    }

    private Mono<Boolean> noted(Claimed claimed, Collection<Long> holes) {
        return database.sql("""
                        insert into archive.holes (archive, seq, seen_at)
                        select $1, seq, $3 from unnest($2::bigint[]) seq on conflict do nothing""")
                .bind("$1", claimed.archive())
                .bind("$2", holes.toArray(Long[]::new))
                .bind("$3", clock.instant().atOffset(UTC))
                .then()
                .thenReturn(true);
    }

    private static String multirange(Collection<Long> numbers) {
        return "{"
                + String.join(
                        ",",
                        numbers.stream().map(it -> "[%d,%d]".formatted(it, it)).toList()) + "}";
    }
}
