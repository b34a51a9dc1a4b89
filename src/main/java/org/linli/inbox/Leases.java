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

    /// A claim that a crash of the database takes back harms nobody, so it does not wait for the disk.
    ///
    /// How many wait changes faster than the planner learns it: `offset 0` makes it look into each conversation by
    /// its index instead of comparing all with all.
    private static final String CLAIM = """
            with due as (
                select a.community_id, a.id from inbox.arrivals a
                where a.state = 'waiting' and (a.not_before is null or a.not_before <= $1)
                  and not exists (
                      select from inbox.arrivals b
                      where b.community_id = a.community_id and b.conversation = a.conversation
                        and b.state in ('waiting', 'working') and (b.id < a.id or b.state = 'working')
                      offset 0)
                order by a.id limit $3
                for update skip locked
            ), quick as materialized (select set_config('synchronous_commit', 'off', true))
            update inbox.arrivals a
            set state = 'working', attempt = a.attempt + 1, lease_until = $2
            from due, quick where a.community_id = due.community_id and a.id = due.id
            """ + ARRIVAL;

    private static final String RENEW = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true))
            update inbox.arrivals a set attempt = attempt + 1, lease_until = $2
            from quick where community_id = $3 and id = $4 and state = 'working' and attempt = $5
            """ + ARRIVAL;

    private final DatabaseClient database;
    private final Clock clock;

    Leases(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The earliest unfinished message of each conversation that nobody works on, oldest first, so many at the most.
    Flux<Arrival> claim(int most) {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.plus(LENGTH).atOffset(UTC))
                .bind("$3", most)
                .map(Leases::arrival)
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
