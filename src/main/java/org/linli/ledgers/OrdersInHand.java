package org.linli.ledgers;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ledgers on their way from asked to made. Each is begun three times at most, whether it fails or whoever makes it
/// dies.
@Component
class OrdersInHand {

    static final Duration LEASE = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 3;

    /// More than one, because other replicas may be faster.
    private static final int SEEN = 8;

    private static final String LOOK = """
            select community_id, id from ledgers.orders
            where done_at is null and failed_at is null and due_at <= $1 and tries < $2
            order by due_at limit $3""";

    private static final String CLAIM = """
            with taken as materialized (
              select id from ledgers.orders
              where community_id = $1 and id = $2
                and done_at is null and failed_at is null and due_at <= $3 and tries < $4
              for update skip locked)
            update ledgers.orders o set due_at = $5, tries = o.tries + 1, rows_done = 0
            from taken where o.community_id = $1 and o.id = taken.id
            returning o.*""";

    private final DatabaseClient database;
    private final Clock clock;

    OrdersInHand(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One that nobody makes; whoever dies with it leaves it to others. Empty where there is none.
    Mono<Order> claim() {
        return LookThenClaim.first(look(), this::claim);
    }

    private Flux<Seen<String>> look() {
        return database.sql(LOOK)
                .bind(0, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(1, MOST_TRIES)
                .bind(2, SEEN)
                .map(row -> Seen.of(row, "id"))
                .all();
    }

    private Mono<Order> claim(CommunityId community, String id) {
        return database.sql(CLAIM)
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(3, MOST_TRIES)
                .bind(4, clock.instant().plus(LEASE).atOffset(ZoneOffset.UTC))
                .map(OrderColumns::read)
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
                          failed_at = case when tries >= $4 then $3 end, why = case when tries >= $4 then $5 end
                        where community_id = $1 and id = $2""")
                .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(3, MOST_TRIES)
                .bind(4, Order.Why.BROKEN.name())
                .then();
    }

    /// What was begun so often and never came to an end, not even to a failure. How many; never empty.
    Mono<Long> giveUp() {
        return database.sql("""
                        update ledgers.orders set failed_at = $1, why = $3
                        where done_at is null and failed_at is null and due_at <= $1 and tries >= $2""")
                .bind(0, clock.instant().atOffset(ZoneOffset.UTC))
                .bind(1, MOST_TRIES)
                .bind(2, Order.Why.UNFINISHED.name())
                .fetch()
                .rowsUpdated();
    }

    /// Never empty.
    Mono<Long> forget() {
        return database.sql("delete from ledgers.orders where asked_at < $1")
                .bind(0, clock.instant().minus(Orders.KEPT).atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec of(Order order, String sql) {
        return database.sql(sql).bind(0, order.community().value()).bind(1, order.id());
    }
}
