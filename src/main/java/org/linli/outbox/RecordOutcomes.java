package org.linli.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.outbox.Deliveries.Fate;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Writes down what became of letters, many of one community at once, and takes up what platforms have reported about
/// them already.
@Component
class RecordOutcomes {

    /// A letter that is tried again keeps its place before the next ones to the same address so long, not for ever.
    static final Duration HOLDS_OTHERS_FOR = Duration.ofMinutes(10);

    /// The person may have acted while the letter was being held: looked at again soon once, then now and then.
    static final Duration LOOKED_AT_AGAIN = Duration.ofSeconds(5);
    static final Duration LOOKED_AT_LATER = Duration.ofHours(6);

    record Tried(ClaimedLetter letter, Attempt attempt) {}

    /// A lease that was over meanwhile has made the letter "unknown"; who knows better may say so.
    private static final String RECORD = """
            with mine as (
                select a.key, it.state, it.parts, it.reason, it.way, it.at, it.failed, it.lost
                from outbox.letters a
                join unnest($2::text[], $3::int[], $4::text[], $5::int[], $6::text[], $7::text[],
                            $8::timestamptz[], $13::int[], $14::boolean[])
                     as it(key, attempt, state, parts, reason, way, at, failed, lost)
                  on a.key = it.key
                where a.community_id = $1 and a.attempts = it.attempt and a.state in ('sending', 'unknown')
                order by a.key for update of a
            ), told as (
                insert into outbox.history (community_id, key, at, step, detail)
                select $1, key, $9, state, concat_ws(' ', nullif(way, ''), reason) from mine
            )
            update outbox.letters a
            set state = mine.state, parts_sent = mine.parts, reason = mine.reason, lease_until = null,
                way = coalesce(nullif(mine.way, ''), a.way), failures = a.failures + mine.failed,
                failed_ways = case when mine.lost then array_append(a.failed_ways, mine.way) else a.failed_ways end,
                not_before = case when mine.state = 'due' then mine.at end,
                holds_until = case when mine.state = 'due' then coalesce(a.holds_until, $10) end,
                reconsider_at = case when mine.state = 'held' then
                    coalesce(mine.at, case when a.reconsider_at is null then $11 else $12 end) end,
                finished_at = case when mine.state not in ('due', 'held') then $9 end
            from mine where a.community_id = $1 and a.key = mine.key
            """;

    private final DatabaseClient database;
    private final Deliveries deliveries;
    private final Ways ways;
    private final LettersBehind behind;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Coalesced<Tried, Boolean> records =
            new Coalesced<>(256, 2, RecordOutcomes::community, this::together);

    RecordOutcomes(
            DatabaseClient database,
            Deliveries deliveries,
            Ways ways,
            LettersBehind behind,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.ways = ways;
        this.deliveries = deliveries;
        this.behind = behind;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> record(ClaimedLetter letter, Attempt attempt) {
        return records.call(new Tried(letter, attempt)).then();
    }

    private static String key(Tried tried) {
        return tried.letter().letter().key();
    }

    private static CommunityId community(Tried tried) {
        return tried.letter().letter().community();
    }

    /// Of one community.
    private Mono<List<Boolean>> together(List<Tried> batch) {
        CommunityId community = community(batch.getFirst());
        return deliveries
                .expect(community, batch)
                .flatMap(fates -> write(batch, fates))
                .then(Mono.defer(() -> behind.callNext(community, addresses(batch))))
                .as(transaction::transactional)
                .thenReturn(batch.stream().map(_ -> true).toList());
    }

    private static List<String> addresses(List<Tried> batch) {
        return batch.stream().map(it -> it.letter().letter().to().text()).toList();
    }

    private Mono<Long> write(List<Tried> batch, Map<String, Fate> fates) {
        Instant now = clock.instant();
        return database.sql(RECORD)
                .bind("$1", community(batch.getFirst()).value())
                .bind("$2", texts(batch, RecordOutcomes::key))
                .bind("$3", numbers(batch, it -> it.letter().attempt()))
                .bind("$4", texts(batch, it -> state(it, fates)))
                .bind(
                        "$5",
                        numbers(
                                batch,
                                it -> isLost(it, fates)
                                        ? 0
                                        : it.attempt().outcome().partsSent()))
                .bind("$6", texts(batch, it -> reason(it, fates)))
                .bind("$7", texts(batch, it -> it.attempt().way()))
                .bind("$8", batch.stream().map(it -> until(it, now)).toArray(OffsetDateTime[]::new))
                .bind("$9", now.atOffset(UTC))
                .bind("$10", now.plus(HOLDS_OTHERS_FOR).atOffset(UTC))
                .bind("$11", now.plus(LOOKED_AT_AGAIN).atOffset(UTC))
                .bind("$12", now.plus(LOOKED_AT_LATER).atOffset(UTC))
                .bind("$13", numbers(batch, RecordOutcomes::failed))
                .bind("$14", batch.stream().map(it -> isLost(it, fates)).toArray(Boolean[]::new))
                .fetch()
                .rowsUpdated();
    }

    /// It was sent, the platform has said already that it did not arrive, and another way may do better.
    private boolean isLost(Tried tried, Map<String, Fate> fates) {
        Fate fate = fates.get(key(tried));
        var to = tried.letter().letter().to();
        return fate != null
                && fate.hasFailed()
                && tried.attempt().outcome() instanceof Outcome.Sent sent
                && sent.partsSent() <= 1
                && !to.isGroup()
                && ways.choosing().contains(to.channel().value());
    }

    private String state(Tried tried, Map<String, Fate> fates) {
        if (isLost(tried, fates)) {
            return "due";
        }
        Fate fate = fates.get(key(tried));
        return fate != null && tried.attempt().outcome() instanceof Outcome.Sent
                ? fate.state()
                : tried.attempt().outcome().state();
    }

    private static @Nullable String reason(Tried tried, Map<String, Fate> fates) {
        Fate fate = fates.get(key(tried));
        return fate != null && fate.hasFailed()
                ? Fate.NOT_DELIVERED
                : tried.attempt().outcome().why();
    }

    private static @Nullable OffsetDateTime until(Tried tried, Instant now) {
        return switch (tried.attempt().outcome()) {
            case Outcome.Later later -> now.plus(later.delay()).atOffset(UTC);
            case Outcome.Held held -> held.until() == null ? null : held.until().atOffset(UTC);
            case Outcome.Sent _, Outcome.Failed _, Outcome.Unknown _ -> null;
        };
    }

    private static int failed(Tried tried) {
        return tried.attempt().outcome() instanceof Outcome.Later later && later.failed() ? 1 : 0;
    }

    private static @Nullable String[] texts(List<Tried> batch, Function<Tried, @Nullable String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Tried> batch, Function<Tried, Integer> number) {
        return batch.stream().map(number).toArray(Integer[]::new);
    }
}
