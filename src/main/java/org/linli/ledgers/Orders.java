package org.linli.ledgers;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskFilter;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ledgers that were asked for: made in the background, fetched by whoever asked, forgotten after a day.
@Component
public class Orders {

    public static final Duration KEPT = Duration.ofDays(1);

    static final Duration LEASE = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 3;

    private static final String CLAIM = """
            update ledgers.orders set due_at = $2, tries = tries + 1, rows_done = 0
            where (community_id, id) in (
              select community_id, id from ledgers.orders
              where done_at is null and failed_at is null and due_at <= $1
              order by due_at limit 1 for update skip locked)
            returning *""";

    private final DatabaseClient database;
    private final Effects effects;
    private final Clock clock;

    Orders(DatabaseClient database, Effects effects, Clock clock) {
        this.database = database;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty.
    public Mono<Void> ask(StaffMember by, Order.Kind kind, DeskFilter filter, @Nullable YearMonth month) {
        Instant now = clock.instant();
        var noted = new Noted(
                by.community(),
                by.id(),
                Noted.Kind.EXPORTED,
                "ledgers/" + Forms.name(kind),
                month == null ? filter.state() + " " + filter.unit() + " " + filter.label() : month.toString(),
                now);
        return effects.commit(List.of(noted)).then(write(by, kind, filter, month, now));
    }

    private Mono<Void> write(
            StaffMember by, Order.Kind kind, DeskFilter filter, @Nullable YearMonth month, Instant now) {
        return database.sql("""
                        insert into ledgers.orders
                          (community_id, id, kind, asked_by, asked_at, due_at, state, unit, label, late, words, month)
                        values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11)""")
                .bind(0, by.community().value())
                .bind(1, UUID.randomUUID().toString())
                .bind(2, Forms.name(kind))
                .bind(3, by.id())
                .bind(4, now.atOffset(ZoneOffset.UTC))
                .bind(5, filter.state())
                .bind(6, filter.unit())
                .bind(7, filter.label())
                .bind(8, filter.late())
                .bind(9, filter.text())
                .bind(10, month == null ? Parameters.in(R2dbcType.DATE) : Parameters.in(R2dbcType.DATE, month.atDay(1)))
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
                .map(Orders::read)
                .all();
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

    /// One that nobody makes; whoever dies with it leaves it to others. Empty where there is none.
    Mono<Order> claim() {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .map(Orders::read)
                .one();
    }

    Mono<Void> tell(Order order, int rows) {
        return of(order, "update ledgers.orders set rows_done = $3 where community_id = $1 and id = $2")
                .bind(2, rows)
                .then();
    }

    Mono<Void> done(Order order, int rows, byte[] bytes) {
        return of(order, """
                        update ledgers.orders set rows_done = $3, bytes = $4, done_at = $5
                        where community_id = $1 and id = $2""")
                .bind(2, rows)
                .bind(3, bytes)
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// Tried again in a minute, three times in all.
    Mono<Void> failed(Order order) {
        return of(order, """
                        update ledgers.orders set due_at = $3 + interval '1 minute',
                          failed_at = case when tries >= $4 then $3 end
                        where community_id = $1 and id = $2""")
                .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(3, MOST_TRIES)
                .then();
    }

    Mono<Long> forget() {
        return database.sql("delete from ledgers.orders where asked_at < $1")
                .bind(0, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec of(Order order, String sql) {
        return database.sql(sql).bind(0, order.community().value()).bind(1, order.id());
    }

    private static Order read(Readable row) {
        LocalDate month = row.get("month", LocalDate.class);
        return new Order(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                Order.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                text(row, "asked_by"),
                instant(row, "asked_at"),
                new DeskFilter(
                        text(row, "state"),
                        text(row, "unit"),
                        text(row, "label"),
                        Boolean.TRUE.equals(row.get("late", Boolean.class)),
                        text(row, "words")),
                month == null ? null : YearMonth.from(month),
                integer(row, "rows_done"),
                state(row));
    }

    private static Order.State state(Readable row) {
        if (row.get("done_at") != null) {
            return Order.State.DONE;
        }
        return row.get("failed_at") != null ? Order.State.FAILED : Order.State.WAITING;
    }
}
