package org.linli.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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

    record Whose(CommunityId community, Address address) {}

    private static final String RELEASE = """
            with mine as (
                select community_id, key from outbox.letters
                where state = 'held' and (community_id, address) in (select * from unnest($1::text[], $2::text[]))
                order by community_id, key for update
            ), told as (
                insert into outbox.history (community_id, key, at, step, detail)
                select community_id, key, $3, 'released', '' from mine
            )
            update outbox.letters a set state = 'due', not_before = null, reconsider_at = null
            from mine where a.community_id = mine.community_id and a.key = mine.key
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
    Mono<Long> release(List<Whose> acted) {
        return database.sql(RELEASE)
                .bind("$1", texts(acted, it -> it.community().value()))
                .bind("$2", texts(acted, it -> it.address().text()))
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

    private static String[] texts(List<Whose> acted, Function<Whose, String> text) {
        return acted.stream().map(text).toArray(String[]::new);
    }
}
