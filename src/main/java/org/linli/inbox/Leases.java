package org.linli.inbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who works on which message, and until when.
@Component
class Leases {

    private static final int COMMUNITIES_A_CLAIM = 32;
    private static final int ALL_COMMUNITIES = 1_000_000;

    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final String ARRIVAL = """
            returning a.id, a.message::text as message, a.received_at, a.attempt,
                      case when a.passive_until > $1 then a.passive_until end as passive_until
            """;

    /// A claim that a crash of the database takes back harms nobody, so it does not wait for the disk.
    ///
    /// Communities take turns: of the earliest that each could have worked on, first one of each is claimed, then
    /// another of each. So a storm in one delays itself alone. They stand in a circle, of which a claim looks at
    /// a part, and the next one at those behind it: what it costs does not grow with how many they are.
    ///
    /// How many wait changes faster than the planner learns it: `offset 0` and `lateral` make it look into each
    /// community and each conversation by their indexes instead of comparing all with all.
    private static final String CLAIM = """
            with recursive begin as materialized (
                select min(community_id) as first,
                       (select min(community_id) from inbox.arrivals where state = 'waiting' and community_id > $4) as next
                from inbox.arrivals where state = 'waiting'
            ), circle as (
                select coalesce(next, first) as community_id from begin
                union
                select coalesce((
                        select min(b.community_id) from inbox.arrivals b
                        where b.state = 'waiting' and b.community_id > a.community_id), begin.first)
                from circle a, begin where a.community_id is not null
            ), communities as materialized (
                select community_id from circle where community_id is not null limit $5
            ), share as materialized (
                select greatest(2, least($3, 2 * $3 / greatest(1, count(*)))) as most from communities
            ), first as (
                select it.*, row_number() over (partition by it.community_id order by it.id) as turn
                from communities c cross join lateral (
                    select a.community_id, a.id from inbox.arrivals a
                    where a.state = 'waiting' and a.community_id = c.community_id
                      and (a.not_before is null or a.not_before <= $1)
                      and not exists (
                          select from inbox.arrivals b
                          where b.community_id = a.community_id and b.conversation = a.conversation
                            and b.state = 'working'
                          offset 0)
                      and not exists (
                          select from inbox.arrivals b
                          where b.community_id = a.community_id and b.conversation = a.conversation
                            and b.state in ('waiting', 'working') and b.id < a.id
                          offset 0)
                    order by a.id limit (select most from share)
                ) it
            ), due as (
                select it.* from (select community_id, id from first order by turn, id limit $3) picked
                cross join lateral (
                    select a.community_id, a.id from inbox.arrivals a
                    where a.community_id = picked.community_id and a.id = picked.id and a.state = 'waiting'
                    for update skip locked) it
            ), quick as materialized (select set_config('synchronous_commit', 'off', true)
            ), claimed as (
                update inbox.arrivals a
                set state = 'working', attempt = a.attempt + 1, lease_until = $2
                from due, quick where a.community_id = due.community_id and a.id = due.id
                %s
            )
            select claimed.*,
                   (select count(*) from first) > $3
                       or exists (select from first where turn >= (select most from share)) as more,
                   (select count(*) from communities) >= $5 as others
            from (select) always left join claimed on true
            """.formatted(ARRIVAL);

    private static final String RENEW = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true))
            update inbox.arrivals a set attempt = attempt + 1, lease_until = $2
            from quick where community_id = $3 and id = $4 and state = 'working' and attempt = $5
            """ + ARRIVAL;

    private final DatabaseClient database;
    private final Clock clock;

    /// The community of which something was claimed last.
    private volatile String last = "";

    Leases(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What one look found.
    ///
    /// @param more whether another look may find something that nobody has rung for since
    record Claim(List<Arrival> arrivals, boolean more) {}

    private record Row(@Nullable Arrival arrival, boolean more, boolean others) {}

    /// The earliest unfinished message of each conversation that nobody works on, communities by turns and of each the
    /// oldest first, so many at the most. Never empty; the list may be.
    Mono<Claim> claim(int most) {
        return look(most, COMMUNITIES_A_CLAIM)
                .flatMap(rows -> foundNothing(rows) ? look(most, ALL_COMMUNITIES) : Mono.just(rows))
                .map(Leases::claim);
    }

    /// Only some communities were looked at, and there are others.
    private static boolean foundNothing(List<Row> rows) {
        return rows.stream().allMatch(it -> it.arrival() == null && it.others());
    }

    private static Claim claim(List<Row> rows) {
        var arrivals = rows.stream().map(Row::arrival).filter(Objects::nonNull).toList();
        return new Claim(arrivals, !arrivals.isEmpty() && rows.stream().anyMatch(it -> it.more() || it.others()));
    }

    private Mono<List<Row>> look(int most, int communities) {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(LENGTH).atOffset(UTC))
                .bind("$3", most)
                .bind("$4", last)
                .bind("$5", communities)
                .map(Leases::row)
                .all()
                .collectList()
                .doOnNext(this::goOnBehind);
    }

    private void goOnBehind(List<Row> rows) {
        var arrival = rows.getLast().arrival();
        if (arrival != null) {
            last = arrival.message().community().value();
        }
    }

    /// The same message as it stands now, under a new lease. Empty when the lease was lost.
    Mono<Arrival> renew(Arrival arrival) {
        Instant now = clock.instant();
        return database.sql(RENEW)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(LENGTH).atOffset(UTC))
                .bind("$3", arrival.message().community().value())
                .bind("$4", arrival.id())
                .bind("$5", arrival.attempt())
                .map(Leases::arrival)
                .one();
    }

    private static Row row(Readable row) {
        return new Row(row.get("id") == null ? null : arrival(row), isTrue(row, "more"), isTrue(row, "others"));
    }

    private static boolean isTrue(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    private static Arrival arrival(Readable row) {
        return new Arrival(
                number(row, "id"),
                MessageJson.inbound(text(row, "message")),
                instant(row, "received_at"),
                instantOrNull(row, "passive_until"),
                integer(row, "attempt"));
    }
}
