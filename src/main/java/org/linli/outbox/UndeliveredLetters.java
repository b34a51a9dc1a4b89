package org.linli.outbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Letters that did not arrive or may not have, for staff to look at and to send again.
@Component
public class UndeliveredLetters {

    /// @param mayHaveArrived sent again, it may come twice
    /// @param reason         a [org.linli.channels.SendFailure.Reason] or `NO_WORDS`, `TIMEOUT`, `SENDER_GONE`,
    ///                       `RESPONSE_NOT_SEEN`
    public record Undelivered(
            String key,
            Address to,
            String template,
            boolean mayHaveArrived,
            String reason,
            int attempts,
            Instant createdAt) {}

    private static final int PAGE = 50;

    private final DatabaseClient database;
    private final Bells bells;

    UndeliveredLetters(DatabaseClient database, Bells bells) {
        this.database = database;
        this.bells = bells;
    }

    public Mono<Long> count(CommunityId community) {
        return database.sql("""
                        select count(*) from outbox.letters where community_id = $1 and state in ('unknown', 'failed')
                        """)
                .bind("$1", community.value())
                .mapValue(Long.class)
                .one();
    }

    /// Newest first, 50 a page; empty when there is none.
    ///
    /// @param page from 0
    public Flux<Undelivered> list(CommunityId community, int page) {
        return database.sql("""
                        select key, address, template, state, coalesce(reason, '') as reason, attempts, created_at
                        from outbox.letters where community_id = $1 and state in ('unknown', 'failed')
                        order by id desc limit $2 offset $3
                        """)
                .bind("$1", community.value())
                .bind("$2", PAGE)
                .bind("$3", page * PAGE)
                .map(UndeliveredLetters::undelivered)
                .all();
    }

    /// Sends it again. `false` when it is not undelivered (any more).
    public Mono<Boolean> retry(CommunityId community, String key) {
        return database.sql("""
                        update outbox.letters
                        set state = 'due', attempts = 0, not_before = null, holds_until = null, finished_at = null
                        where community_id = $1 and key = $2 and state in ('unknown', 'failed')
                        """)
                .bind("$1", community.value())
                .bind("$2", key)
                .fetch()
                .rowsUpdated()
                .map(count -> count > 0)
                .doOnNext(_ -> bells.ring(DeliverLetters.NAME));
    }

    private static Undelivered undelivered(Readable row) {
        return new Undelivered(
                text(row, "key"),
                Address.parse(text(row, "address")),
                text(row, "template"),
                text(row, "state").equals("unknown"),
                text(row, "reason"),
                integer(row, "attempts"),
                instant(row, "created_at"));
    }
}
