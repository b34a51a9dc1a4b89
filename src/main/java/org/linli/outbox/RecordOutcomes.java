package org.linli.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes down what became of letters, many at once.
@Component
class RecordOutcomes {

    /// A letter that is tried again keeps its place before the next ones to the same address so long, not for ever.
    static final Duration HOLDS_OTHERS_FOR = Duration.ofMinutes(10);

    private record Tried(ClaimedLetter letter, Outcome outcome) {}

    /// A lease that was over meanwhile has made the letter "unknown"; who knows better may say so.
    private static final String RECORD = """
            with mine as (
                select a.community_id, a.key, it.state, it.parts, it.reason, it.receipt, it.not_before
                from outbox.letters a
                join unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::int[], $6::text[], $7::text[], $8::timestamptz[])
                     as it(community_id, key, attempt, state, parts, reason, receipt, not_before)
                  on a.community_id = it.community_id and a.key = it.key
                where a.attempts = it.attempt and a.state in ('sending', 'unknown')
                order by a.community_id, a.key for update of a
            )
            update outbox.letters a
            set state = mine.state, parts_sent = mine.parts, reason = mine.reason, receipt = mine.receipt,
                not_before = mine.not_before, lease_until = null,
                holds_until = case when mine.state = 'due' then coalesce(a.holds_until, $10) end,
                finished_at = case when mine.state <> 'due' then $9 end
            from mine where a.community_id = mine.community_id and a.key = mine.key
            """;

    private final DatabaseClient database;
    private final Clock clock;
    private final Coalesced<Tried, Boolean> records = new Coalesced<>(256, 2, this::together);

    RecordOutcomes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> record(ClaimedLetter letter, Outcome outcome) {
        return records.call(new Tried(letter, outcome)).then();
    }

    private Mono<List<Boolean>> together(List<Tried> batch) {
        Instant now = clock.instant();
        return database.sql(RECORD)
                .bind("$1", texts(batch, it -> it.letter().letter().community().value()))
                .bind("$2", texts(batch, it -> it.letter().letter().key()))
                .bind("$3", batch.stream().map(it -> it.letter().attempt()).toArray(Integer[]::new))
                .bind("$4", texts(batch, it -> it.outcome().state()))
                .bind("$5", batch.stream().map(it -> it.outcome().partsSent()).toArray(Integer[]::new))
                .bind("$6", texts(batch, it -> it.outcome().why()))
                .bind("$7", texts(batch, RecordOutcomes::receipt))
                .bind("$8", batch.stream().map(it -> notBefore(it, now)).toArray(OffsetDateTime[]::new))
                .bind("$9", now.atOffset(UTC))
                .bind("$10", now.plus(HOLDS_OTHERS_FOR).atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .thenReturn(batch.stream().map(_ -> true).toList());
    }

    private static @Nullable String[] texts(List<Tried> batch, Function<Tried, @Nullable String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String receipt(Tried tried) {
        return tried.outcome() instanceof Outcome.Sent sent ? sent.receipt() : null;
    }

    private static @Nullable OffsetDateTime notBefore(Tried tried, Instant now) {
        return tried.outcome() instanceof Outcome.Later later
                ? now.plus(later.delay()).atOffset(UTC)
                : null;
    }
}
