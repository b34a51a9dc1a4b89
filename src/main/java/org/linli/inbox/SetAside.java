package org.linli.inbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Messages that failed too often, for staff to look at and to try again.
@Component
public class SetAside {

    /// @param error the class of the last error: nothing of what was said
    public record SetAsideMessage(long id, String channel, Instant receivedAt, int failures, String error) {}

    private static final int PAGE = 50;

    private final DatabaseClient database;
    private final Bells bells;

    SetAside(DatabaseClient database, Bells bells) {
        this.database = database;
        this.bells = bells;
    }

    public Mono<Long> count(CommunityId community) {
        return database.sql("select count(*) from inbox.arrivals where community_id = $1 and state = 'set_aside'")
                .bind("$1", community.value())
                .mapValue(Long.class)
                .one();
    }

    /// Oldest first, 50 a page; empty when there is none.
    ///
    /// @param page from 0
    public Flux<SetAsideMessage> list(CommunityId community, int page) {
        return database.sql("""
                        select id, channel, received_at, failures, coalesce(error, '') as error from inbox.arrivals
                        where community_id = $1 and state = 'set_aside' order by id limit $2 offset $3
                        """)
                .bind("$1", community.value())
                .bind("$2", PAGE)
                .bind("$3", page * PAGE)
                .map(row -> new SetAsideMessage(
                        number(row, "id"),
                        text(row, "channel"),
                        instant(row, "received_at"),
                        integer(row, "failures"),
                        text(row, "error")))
                .all();
    }

    /// Tries it again, five times in all. `false` when it is not set aside (any more).
    public Mono<Boolean> retry(CommunityId community, long id) {
        return database.sql("""
                        update inbox.arrivals set state = 'waiting', failures = 0, not_before = null, passive_until = null
                        where community_id = $1 and id = $2 and state = 'set_aside'
                        """)
                .bind("$1", community.value())
                .bind("$2", id)
                .fetch()
                .rowsUpdated()
                .map(count -> count > 0)
                .doOnNext(_ -> bells.ring(ClaimArrivals.NAME));
    }
}
