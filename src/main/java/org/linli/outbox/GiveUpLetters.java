package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Marks letters "unknown" whose sender died on the way, or whose response nobody saw leave: they may have arrived.
@Component
class GiveUpLetters implements Job {

    static final Duration RESPONSES_LEAVE_WITHIN = Duration.ofSeconds(60);

    private static final String LOOK = """
            select community_id, key from outbox.letters
            where state = 'sending' and lease_until < $1 or state = 'handed' and created_at < $2
            order by community_id, key limit 256
            """;

    private static final String GIVE_UP = """
            with taken as materialized (
                select key from outbox.letters
                where community_id = $3 and key = any($4)
                  and (state = 'sending' and lease_until < $1 or state = 'handed' and created_at < $2)
                order by key for update skip locked)
            update outbox.letters
            set state = 'unknown', finished_at = $1, lease_until = null,
                reason = case state when 'sending' then 'SENDER_GONE' else 'RESPONSE_NOT_SEEN' end
            where community_id = $3 and key in (select key from taken)
            returning address
            """;

    private final DatabaseClient database;
    private final LettersBehind behind;
    private final TransactionalOperator transaction;
    private final MeterRegistry meters;
    private final Bells bells;
    private final Clock clock;

    GiveUpLetters(
            DatabaseClient database,
            LettersBehind behind,
            TransactionalOperator transaction,
            MeterRegistry meters,
            Bells bells,
            Clock clock) {
        this.database = database;
        this.behind = behind;
        this.transaction = transaction;
        this.meters = meters;
        this.bells = bells;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "give-up-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return LookThenClaim.all(look(), this::giveUpAndCallNext)
                .reduce(0, Integer::sum)
                .doOnNext(this::report);
    }

    private Flux<Seen<String>> look() {
        return overdue(database.sql(LOOK)).map(row -> Seen.of(row, "key")).all();
    }

    private Flux<Integer> giveUpAndCallNext(CommunityId community, List<String> keys) {
        return giveUp(community, keys)
                .flatMap(freed -> behind.callNext(community, freed).thenReturn(freed.size()))
                .as(transaction::transactional)
                .flux();
    }

    private Mono<List<String>> giveUp(CommunityId community, List<String> keys) {
        return overdue(database.sql(GIVE_UP))
                .bind("$3", community.value())
                .bind("$4", keys.toArray(String[]::new))
                .map(row -> text(row, "address"))
                .all()
                .collectList();
    }

    private GenericExecuteSpec overdue(GenericExecuteSpec statement) {
        Instant now = clock.instant();
        return statement
                .bind("$1", now.atOffset(UTC))
                .bind("$2", now.minus(RESPONSES_LEAVE_WITHIN).atOffset(UTC));
    }

    private void report(int givenUp) {
        if (givenUp > 0) {
            meters.counter("linli.letters", "channel", "any", "outcome", "unknown")
                    .increment(givenUp);
            bells.ring(DeliverLetters.NAME);
        }
    }
}
