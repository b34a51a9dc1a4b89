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
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.RoundRobin;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who works on which message, and until when.
@Component
class Leases {

    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final String ARRIVAL = """
            returning a.id, a.message::text as message, a.received_at, a.attempt,
                      case when a.passive_until > $1 then a.passive_until end as passive_until
            """;

    /// Whether another message of the conversation is ahead, the claim finds out.
    static final String LOOK = """
            (select community_id from inbox.arrivals
             where state = 'waiting' and community_id > $1 and (not_before is null or not_before <= $2)
             order by community_id limit $3)
            union all
            (select community_id from inbox.arrivals
             where state = 'waiting' and community_id <= $1 and (not_before is null or not_before <= $2)
             order by community_id limit $3)
            limit $3
            """;

    /// A claim that a crash of the database takes back harms nobody, so it does not wait for the disk.
    ///
    /// How many wait changes faster than the planner learns it: `offset 0` and `lateral` make it look into each
    /// conversation by an index instead of comparing all with all.
    static final String CLAIM = """
            with first as materialized (
                select a.id from inbox.arrivals a
                where a.community_id = $3 and a.state = 'waiting' and (a.not_before is null or a.not_before <= $1)
                  and not exists (
                      select from inbox.arrivals b
                      where b.community_id = $3 and b.conversation = a.conversation and b.state = 'working'
                      offset 0)
                  and not exists (
                      select from inbox.arrivals b
                      where b.community_id = $3 and b.conversation = a.conversation
                        and b.state in ('waiting', 'working') and b.id < a.id
                      offset 0)
                order by a.id limit $4
            ), due as (
                select it.id from first cross join lateral (
                    select a.id from inbox.arrivals a
                    where a.community_id = $3 and a.id = first.id and a.state = 'waiting'
                    for update skip locked) it
            ), quick as materialized (select set_config('synchronous_commit', 'off', true)
            )
            update inbox.arrivals a
            set state = 'working', attempt = a.attempt + 1, lease_until = $2
            from due, quick where a.community_id = $3 and a.id = due.id
            %s, (select count(*) from first) >= $4 as more
            """.formatted(ARRIVAL.stripTrailing());

    private static final String RENEW = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true))
            update inbox.arrivals a set attempt = attempt + 1, lease_until = $2
            from quick where community_id = $3 and id = $4 and state = 'working' and attempt = $5
            """ + ARRIVAL;

    private final RoundRobin turns = new RoundRobin(this::look);
    private final DatabaseClient database;
    private final Clock clock;

    Leases(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What one round found.
    ///
    /// @param more whether another one may find something that nobody has rung for since
    record Claim(List<Arrival> arrivals, boolean more) {}

    private record Row(Arrival arrival, boolean more) {}

    /// The earliest unfinished message of each conversation that nobody works on, communities by turns and of each the
    /// oldest first, so many at the most. Never empty; the list may be.
    Mono<Claim> claim(int most) {
        return turns.claim(most, (community, communities) -> claim(community, most / communities))
                .map(Leases::claim);
    }

    private static Claim claim(RoundRobin.Round<Row> round) {
        var arrivals = round.claimed().stream().map(Row::arrival).toList();
        return new Claim(
                arrivals,
                !arrivals.isEmpty()
                        && (round.others() || round.claimed().stream().anyMatch(Row::more)));
    }

    private Flux<String> look(String behind) {
        return database.sql(LOOK)
                .bind("$1", behind)
                .bind("$2", clock.instant().atOffset(UTC))
                .bind("$3", RoundRobin.ROWS)
                .map(row -> text(row, "community_id"))
                .all();
    }

    private Flux<Row> claim(CommunityId community, int most) {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(LENGTH).atOffset(UTC))
                .bind("$3", community.value())
                .bind("$4", most)
                .map(row -> new Row(arrival(row), Boolean.TRUE.equals(row.get("more", Boolean.class))))
                .all();
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

    private static Arrival arrival(Readable row) {
        return new Arrival(
                number(row, "id"),
                MessageJson.inbound(text(row, "message")),
                instant(row, "received_at"),
                instantOrNull(row, "passive_until"),
                integer(row, "attempt"));
    }
}
