package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Spares claims the long lines: while a letter is on its way, those to the same address stand behind it, and
/// when it is through, the next one is called.
///
/// Whoever is called too early, or never stood behind, only costs a look: [LetterQueue] decides by itself who
/// may leave. What must not happen is that somebody stands behind a letter that is through already: so standing
/// behind holds that letter fast, and [#callNext] is a statement after the one that had to wait for it. And who
/// is called must not be one whom others may overtake: only what could leave now stands behind.
@Component
class LettersBehind {

    /// Forgotten by a crash, it is done again after the next claim: it does not wait for the disk.
    private static final String STAND_BEHIND = """
            with ahead as (
                select address from outbox.letters
                where community_id = $1 and key = any($2) and state = 'sending'
                order by key for share skip locked
            ), quick as materialized (select set_config('synchronous_commit', 'off', true))
            update outbox.letters a set behind = true
            from ahead, quick
            where a.community_id = $1 and a.address = ahead.address and a.state = 'due' and not a.behind
              and (a.not_before is null or a.not_before <= $3)
            """;

    private static final String CALL_NEXT = """
            with next as (
                select key from outbox.letters
                where community_id = $1 and key in (
                    select first.key from (select distinct unnest($2::text[])) as freed(address)
                    cross join lateral (
                        select b.key from outbox.letters b
                        where b.community_id = $1 and b.address = freed.address and b.state = 'due' and b.behind
                        order by b.urgency, b.id limit 1) first)
                order by key for update
            )
            update outbox.letters a set behind = false
            from next where a.community_id = $1 and a.key = next.key
            """;

    private static final String FORGOTTEN = """
            select community_id, address from outbox.letters where state in ('due', 'sending')
            group by community_id, address having bool_and(behind)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    LettersBehind(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Everybody who waits for one of these letters, as far as it is still on its way.
    Mono<Void> standBehind(List<ClaimedLetter> claimed) {
        var keys = claimed.stream()
                .map(ClaimedLetter::letter)
                .collect(groupingBy(Letter::community, mapping(Letter::key, toList())));
        return Flux.fromIterable(keys.entrySet())
                .concatMap(it -> standBehind(it.getKey(), it.getValue()))
                .then();
    }

    private Mono<Void> standBehind(CommunityId community, List<String> keys) {
        return database.sql(STAND_BEHIND)
                .bind("$1", community.value())
                .bind("$2", keys.toArray(String[]::new))
                .bind("$3", clock.instant().atOffset(UTC))
                .then();
    }

    /// In the transaction in which letters to these addresses have ended their way, after the statement that
    /// says so.
    Mono<Void> callNext(CommunityId community, Collection<String> freed) {
        return freed.isEmpty() ? Mono.empty() : called(community, freed).then();
    }

    /// Where all stand behind and nobody is ahead: after an older version of this program, or a hand, was at work.
    /// Never empty: how many were called.
    Mono<Integer> callForgotten() {
        return LookThenClaim.all(
                        forgotten(),
                        (community, freed) -> called(community, freed).flux())
                .reduce(0L, Long::sum)
                .map(Long::intValue);
    }

    private Flux<Seen<String>> forgotten() {
        return database.sql(FORGOTTEN).map(row -> Seen.of(row, "address")).all();
    }

    private Mono<Long> called(CommunityId community, Collection<String> freed) {
        return database.sql(CALL_NEXT)
                .bind("$1", community.value())
                .bind("$2", freed.toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }
}
