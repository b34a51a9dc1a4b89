package org.linli.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Letters that wait for the person's next action: due again, in their order, as soon as there is one.
@Component
class HeldLetters {

    /// After it nobody wants to read the letter any more: staff decides.
    static final Duration HELD_AT_MOST = Duration.ofDays(14);

    private static final String RELEASE = """
            with mine as (
                select key from outbox.letters
                where state = 'held' and community_id = $1 and address = any($2)
                order by key for update
            ), told as (
                insert into outbox.history (community_id, key, at, step, detail)
                select $1, key, $3, 'released', '' from mine
            )
            update outbox.letters a set state = 'due', not_before = null, reconsider_at = null
            from mine where a.community_id = $1 and a.key = mine.key
            """;

    private static final String LOOK = """
            select community_id, key from outbox.letters where state = 'held' and reconsider_at <= $1
            order by reconsider_at limit 256
            """;

    private static final String RECONSIDER = """
            with taken as materialized (
                select key from outbox.letters
                where community_id = $3 and key = any($4) and state = 'held' and reconsider_at <= $1
                order by key for update skip locked)
            update outbox.letters
            set state = case when created_at < $2 then 'failed' else 'due' end,
                reason = case when created_at < $2 then 'NEVER_OPENED' else reason end,
                finished_at = case when created_at < $2 then $1 end
            where community_id = $3 and key in (select key from taken)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    HeldLetters(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In the transaction of what the people did. Never empty: how many are due now.
    Mono<Long> release(CommunityId community, List<Address> acted) {
        return database.sql(RELEASE)
                .bind("$1", community.value())
                .bind("$2", acted.stream().map(Address::text).toArray(String[]::new))
                .bind("$3", clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated();
    }

    /// Those whose time to be looked at again has come. Never empty.
    Mono<Integer> reconsider() {
        return LookThenClaim.all(look(), this::reconsider).reduce(0L, Long::sum).map(Long::intValue);
    }

    private Flux<Seen<String>> look() {
        return database.sql(LOOK)
                .bind("$1", clock.instant().atOffset(UTC))
                .map(row -> Seen.of(row, "key"))
                .all();
    }

    private Flux<Long> reconsider(CommunityId community, List<String> keys) {
        Instant now = clock.instant();
        return database.sql(RECONSIDER)
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.minus(HELD_AT_MOST).atOffset(UTC))
                .bind("$3", community.value())
                .bind("$4", keys.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .flux();
    }
}
