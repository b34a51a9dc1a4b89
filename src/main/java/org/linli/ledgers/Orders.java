package org.linli.ledgers;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskFilter;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ledgers that were asked for: made in the background, fetched by whoever asked, forgotten after a day.
@Component
public class Orders {

    public static final Duration KEPT = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Effects effects;
    private final Clock clock;

    Orders(DatabaseClient database, Effects effects, Clock clock) {
        this.database = database;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty when it is asked for.
    public Mono<Void> ask(StaffMember by, Order.Kind kind, DeskFilter filter, @Nullable YearMonth month) {
        return ask(UUID.randomUUID(), by, kind, filter, month);
    }

    /// The same under an id: asked again, nothing more is made.
    public Mono<Void> ask(UUID id, StaffMember by, Order.Kind kind, DeskFilter filter, @Nullable YearMonth month) {
        Instant now = clock.instant();
        var noted = new Noted(
                by.community(),
                by.id(),
                Noted.Kind.EXPORTED,
                "ledgers/" + Forms.name(kind),
                month == null ? filter.narrowed() : month.toString(),
                now);
        return effects.commit(List.of(noted)).then(write(id, by, kind, filter, month, now));
    }

    /// The same once more, for whoever asked for it: tried as often as the first time. Empty where none of theirs
    /// failed.
    public Mono<Order> again(StaffMember member, String id) {
        return database.sql("""
                        update ledgers.orders
                        set failed_at = null, why = null, tries = 0, rows_done = 0, asked_at = $4, due_at = $4
                        where community_id = $1 and asked_by = $2 and id = $3 and failed_at is not null
                        returning *""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, id)
                .bind(3, clock.instant().atOffset(ZoneOffset.UTC))
                .map(OrderColumns::read)
                .one();
    }

    private Mono<Void> write(
            UUID id, StaffMember by, Order.Kind kind, DeskFilter filter, @Nullable YearMonth month, Instant now) {
        return database.sql("""
                        insert into ledgers.orders
                          (community_id, id, kind, asked_by, asked_at, due_at, state, unit, label, late, words, month, whose,
                           priority)
                        values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                        on conflict do nothing""")
                .bind(0, by.community().value())
                .bind(1, id.toString())
                .bind(2, Forms.name(kind))
                .bind(3, by.id())
                .bind(4, now.atOffset(ZoneOffset.UTC))
                .bind(5, filter.state())
                .bind(6, filter.unit())
                .bind(7, filter.label())
                .bind(8, filter.late())
                .bind(9, filter.text())
                .bind(10, month == null ? Parameters.in(R2dbcType.DATE) : Parameters.in(R2dbcType.DATE, month.atDay(1)))
                .bind(11, filter.whose())
                .bind(12, filter.priority())
                .then();
    }

    /// Those of this person that can still be fetched, the latest first.
    public Flux<Order> of(StaffMember member) {
        return database.sql("""
                        select * from ledgers.orders where community_id = $1 and asked_by = $2 and asked_at > $3
                        order by asked_at desc limit 20""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .map(OrderColumns::read)
                .all();
    }

    /// Empty for others and after a day.
    public Mono<Order> one(StaffMember member, String id) {
        return database.sql("""
                        select * from ledgers.orders
                        where community_id = $1 and asked_by = $2 and id = $3 and asked_at > $4""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, id)
                .bind(3, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .map(OrderColumns::read)
                .one();
    }

    /// The file, for whoever asked for it. Empty for others, before it is done and after a day.
    public Mono<byte[]> file(StaffMember member, String id) {
        return database.sql("""
                        select bytes from ledgers.orders
                        where community_id = $1 and asked_by = $2 and id = $3 and asked_at > $4 and bytes is not null""")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .bind(2, id)
                .bind(3, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .map(row -> requireNonNull(row.get("bytes", byte[].class)))
                .one();
    }
}
