package org.linli.hotline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what is new or changed of a whole file in one statement.
@Component
@Order(80)
class WriteOrdersTaken implements WriteEffects<OrdersTaken> {

    private static final String SQL = """
            insert into hotline.orders
              (community_id, number, words, place, caller, phone, category, received_at, due_at, taken_at, taken_by)
            select $1, it.*, $10, $11 from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
              $7::text[], $8::timestamptz[], $9::timestamptz[]) as it
            on conflict (community_id, number) do update
              set words = excluded.words, place = excluded.place, caller = excluded.caller, phone = excluded.phone,
                category = excluded.category, received_at = excluded.received_at, due_at = excluded.due_at,
                taken_at = excluded.taken_at, taken_by = excluded.taken_by""";

    private final DatabaseClient database;
    private final Sealing sealing;

    WriteOrdersTaken(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Override
    public Class<OrdersTaken> kind() {
        return OrdersTaken.class;
    }

    @Override
    public Mono<Void> write(List<OrdersTaken> effects) {
        return Flux.fromStream(effects.stream()
                        .sorted(Comparator.comparing(it -> it.community().value())))
                .concatMap(this::write)
                .then();
    }

    private Mono<Void> write(OrdersTaken it) {
        var orders = it.orders().stream()
                .sorted(Comparator.comparing(WorkOrder::number))
                .toList();
        return database.sql(SQL)
                .bind(0, it.community().value())
                .bind(1, texts(orders, WorkOrder::number))
                .bind(2, texts(orders, WorkOrder::words))
                .bind(3, texts(orders, WorkOrder::place))
                .bind(4, texts(orders, order -> sealed(Orders.CALLER, it, order, order.caller())))
                .bind(5, texts(orders, order -> sealed(Orders.PHONE, it, order, order.phone())))
                .bind(6, texts(orders, WorkOrder::category))
                .bind(7, times(orders, WorkOrder::receivedAt))
                .bind(8, times(orders, WorkOrder::dueAt))
                .bind(9, it.at().atOffset(ZoneOffset.UTC))
                .bind(10, it.by())
                .then();
    }

    private String sealed(SealedColumn column, OrdersTaken taken, WorkOrder order, String plain) {
        return sealing.seal(column, plain, taken.community().value(), order.number());
    }

    private static String[] texts(List<WorkOrder> orders, Function<WorkOrder, String> value) {
        return orders.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime[] times(
            List<WorkOrder> orders, Function<WorkOrder, @Nullable Instant> value) {
        return orders.stream().map(value).map(WriteOrdersTaken::time).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
