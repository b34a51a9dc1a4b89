package org.linli.platform.calling;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.linli.platform.secrets.WrongKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes the calls of a line that are due, each by one replica. A call that does not arrive is made again for three
/// days; then its receiver is called no more, whoever does not answer for days is gone, and what waits stays.
public final class MakeCalls {

    private static final Logger LOG = LoggerFactory.getLogger(MakeCalls.class);

    /// So long a call belongs to whoever claimed it; then another makes it.
    public static final Duration LEASE = Duration.ofMinutes(2);

    private static final int BATCH = 50;
    private static final int ABREAST = 8;

    /// @param call empty where it cannot be read
    private record Claimed<T>(String community, long id, int tries, Optional<T> call) {}

    private final CallTables tables;
    private final DatabaseClient database;
    private final Clock clock;

    public MakeCalls(CallTables tables, DatabaseClient database, Clock clock) {
        this.tables = tables;
        this.database = database;
        this.clock = clock;
    }

    /// Makes what is due now, up to a batch. Never empty: how many calls were due.
    ///
    /// One that cannot be read keeps no other from being made; it is told in the log and counts as a try.
    ///
    /// @param read what has to be called, from a row of the call with what [CallTables#receiver] names beside it.
    ///             May throw `WrongKeys` and `IllegalArgumentException`
    /// @param call makes it, once; never empty and without an error
    public <T> Mono<Integer> round(BiFunction<Readable, Instant, T> read, Function<T, Mono<CallResult>> call) {
        return claim(read)
                .flatMap(due -> result(due, call).delayUntil(result -> record(due, result)), ABREAST)
                .count()
                .map(Long::intValue);
    }

    private static <T> Mono<CallResult> result(Claimed<T> due, Function<T, Mono<CallResult>> call) {
        return due.call().map(call).orElseGet(() -> Mono.just(CallResult.UNOPENED));
    }

    private <T> Flux<Claimed<T>> claim(BiFunction<Readable, Instant, T> read) {
        Instant now = clock.instant();
        return LookThenClaim.all(look(now), (community, calls) -> claim(now, community, calls, read));
    }

    private Flux<Seen<Long>> look(Instant now) {
        return database.sql(tables.looking())
                .bind(0, now.atOffset(UTC))
                .bind(1, BATCH)
                .map(row -> new Seen<>(new CommunityId(text(row, "community_id")), number(row, "id")))
                .all();
    }

    private <T> Flux<Claimed<T>> claim(
            Instant now, CommunityId community, List<Long> calls, BiFunction<Readable, Instant, T> read) {
        return database.sql(tables.claiming())
                .bind(0, community.value())
                .bind(1, calls.toArray(Long[]::new))
                .bind(2, now.atOffset(UTC))
                .bind(3, now.plus(LEASE).atOffset(UTC))
                .map(row -> new Claimed<>(
                        text(row, "community_id"), number(row, "id"), integer(row, "tries"), read(row, now, read)))
                .all();
    }

    private <T> Optional<T> read(Readable row, Instant now, BiFunction<Readable, Instant, T> read) {
        try {
            return Optional.of(read.apply(row, now));
        } catch (WrongKeys | IllegalArgumentException unreadable) {
            LOG.warn(
                    "call {} to '{}' of community '{}' ({}) is not made: what signs it, or where it leads, cannot be read ({})",
                    number(row, "id"),
                    text(row, tables.key()),
                    text(row, "community_id"),
                    tables.receivers(),
                    unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Mono<Void> record(Claimed<?> due, CallResult result) {
        Instant now = clock.instant();
        var again = result.again(due.tries());
        return database.sql(tables.recording())
                .bind(0, due.community())
                .bind(1, due.id())
                .bind(2, result.name().toLowerCase(Locale.ROOT))
                .bind(3, time(again.map(now::plus).orElse(null)))
                .bind(4, time(result.isDone() ? now : null))
                .bind(5, result.isDone())
                .bind(6, !result.isDone() && again.isEmpty())
                .bind(7, now.atOffset(UTC))
                .then();
    }

    private static Parameter time(@Nullable Instant at) {
        return at == null
                ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                : Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at.atOffset(UTC));
    }
}
