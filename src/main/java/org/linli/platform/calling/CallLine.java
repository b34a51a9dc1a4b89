package org.linli.platform.calling;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What staff decides about a line of calls: which receivers are called, and what becomes of calls that are held until
/// somebody says so. Each decision is about one community.
public final class CallLine {

    private final CallTables tables;
    private final DatabaseClient database;
    private final Clock clock;

    public CallLine(CallTables tables, DatabaseClient database, Clock clock) {
        this.tables = tables;
        this.database = database;
        this.clock = clock;
    }

    /// Calls it no more; what waits is kept. Never empty: whether it was called until now.
    public Mono<Boolean> stop(CommunityId community, String receiver) {
        return changed(tables.stopping(), community, receiver);
    }

    /// Makes everything anew that waits for it, from now on. Never empty: whether there is such a receiver.
    public Mono<Boolean> resend(CommunityId community, String receiver) {
        return changed(tables.resending(), community, receiver);
    }

    /// Calls that somebody has to decide about. Never empty: how many.
    public Mono<Long> held(CommunityId community) {
        return database.sql(tables.countingHeld())
                .bind(0, community.value())
                .mapValue(Long.class)
                .one();
    }

    /// Those, the latest first.
    ///
    /// @param most how many
    public Flux<HeldCall> eachHeld(CommunityId community, int most) {
        return database.sql(tables.listingHeld())
                .bind(0, community.value())
                .bind(1, most)
                .map(row -> HeldCall.to(text(row, "url"), number(row, "id"), text(row, "what"), instant(row, "at")))
                .all();
    }

    /// Never makes this one: it counts as done. Never empty: whether it was held.
    public Mono<Boolean> dropHeld(CommunityId community, long id) {
        return database.sql(tables.droppingOneHeld())
                .bind(0, community.value())
                .bind(1, clock.instant().atOffset(UTC))
                .bind(2, id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Makes those that are held now. Never empty: how many.
    public Mono<Long> sendHeld(CommunityId community) {
        return decided(tables.sendingHeld(), community);
    }

    /// Makes none of those that are held: they count as done. Never empty: how many.
    public Mono<Long> dropHeld(CommunityId community) {
        return decided(tables.droppingHeld(), community);
    }

    private Mono<Long> decided(String sql, CommunityId community) {
        return database.sql(sql)
                .bind(0, community.value())
                .bind(1, clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Boolean> changed(String sql, CommunityId community, String receiver) {
        return database.sql(sql)
                .bind(0, community.value())
                .bind(1, receiver)
                .bind(2, clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
