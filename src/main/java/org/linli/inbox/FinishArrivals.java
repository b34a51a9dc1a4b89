package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Outbound;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Marks messages as done, if they are still ours and the call still waits for the answer that is to travel with it.
/// What they quoted is dropped: nobody reads it
/// afterwards. First of all kinds: a lost lease is found before anything else is written.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FinishArrivals implements WriteEffects<ArrivalDone> {

    private static final String FINISH = """
            with mine as (
                select a.id, done.answer, done.shed
                from inbox.arrivals a
                join unnest($2::bigint[], $3::int[], $4::text[], $6::boolean[]) as done(id, attempt, answer, shed)
                  on a.id = done.id
                where a.community_id = $1 and a.state = 'working' and a.attempt = done.attempt
                  and (done.answer is null or a.passive_until > $5)
                order by a.id
                for update of a
            )
            update inbox.arrivals a
            set state = case when mine.shed then 'shed' else 'done' end, answer = mine.answer::json, answered_at = $5, lease_until = null, error = null,
                message = case when json_typeof(a.message -> 'quote') = 'object' then (a.message::jsonb - 'quote')::json else a.message end
            from mine where a.community_id = $1 and a.id = mine.id
            """;

    private final DatabaseClient database;
    private final PassiveAnswers calls;
    private final Clock clock;

    FinishArrivals(DatabaseClient database, PassiveAnswers calls, Clock clock) {
        this.database = database;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Class<ArrivalDone> kind() {
        return ArrivalDone.class;
    }

    @Override
    public Mono<Void> write(List<ArrivalDone> done) {
        return finish(done)
                .filter(count -> count == done.size())
                .switchIfEmpty(Mono.error(() -> new Conflict("an arrival")))
                .then(tellCallsAfterCommit(done));
    }

    private Mono<Long> finish(List<ArrivalDone> done) {
        return database.sql(FINISH)
                .bind("$1", done.getFirst().community().value())
                .bind("$2", done.stream().map(ArrivalDone::id).toArray(Long[]::new))
                .bind("$3", done.stream().map(ArrivalDone::attempt).toArray(Integer[]::new))
                .bind("$4", done.stream().map(FinishArrivals::answer).toArray(String[]::new))
                .bind("$6", done.stream().map(ArrivalDone::shed).toArray(Boolean[]::new))
                .bind("$5", clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated();
    }

    private static @Nullable String answer(ArrivalDone done) {
        Outbound answer = done.passiveAnswer();
        return answer == null ? null : MessageJson.write(answer);
    }

    private Mono<Void> tellCallsAfterCommit(List<ArrivalDone> done) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(it -> it.registerSynchronization(new TellCalls(done)))
                .then();
    }

    private final class TellCalls implements TransactionSynchronization {

        private final List<ArrivalDone> done;

        TellCalls(List<ArrivalDone> done) {
            this.done = done;
        }

        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(() -> done.forEach(it -> calls.answered(it.id(), it.passiveAnswer())));
        }
    }
}
