package org.linli.ledger;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.SendFailure;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Ways that are closed because a platform said so.
@Component
class Closings {

    /// @param until `null`: until the person acts
    record Closed(Scope scope, @Nullable Instant until) {}

    private static final String CLOSE = """
            insert into ledger.closings (community_id, way, scope, since, until) values ($1, $2, $3, $4, $5)
            on conflict (community_id, way, scope) do update set since = excluded.since, until = excluded.until
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Closings(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> close(Errand errand, SendFailure failure) {
        return Mono.justOrEmpty(closed(errand, failure, clock.instant())).flatMap(it -> write(errand, it));
    }

    /// What a failure says about later messages; empty when it says nothing.
    static Optional<Closed> closed(Errand errand, SendFailure failure, Instant now) {
        var account = Scope.account(errand.to());
        return switch (failure.reason()) {
            case WINDOW_CLOSED ->
                errand.needsAnAct() ? Optional.of(new Closed(Scope.receiver(errand.to()), null)) : Optional.empty();
            case QUOTA_SPENT ->
                Optional.of(new Closed(
                        account,
                        failure.retryAfter()
                                .map(now::plus)
                                .orElseGet(() -> Calendar.of(Period.DAY, now).ends())));
            case THROTTLED -> failure.retryAfter().map(wait -> new Closed(account, now.plus(wait)));
            case UNREACHABLE, UNCERTAIN, RECIPIENT_GONE, CONTENT_REFUSED, MISCONFIGURED -> Optional.empty();
        };
    }

    /// By the second, like platforms' clocks: what the person does in this second counts as done afterwards.
    private Mono<Void> write(Errand errand, Closed closed) {
        Instant until = closed.until();
        return database.sql(CLOSE)
                .bind("$1", errand.community().value())
                .bind("$2", errand.way())
                .bind("$3", closed.scope().of())
                .bind("$4", clock.instant().truncatedTo(SECONDS).atOffset(UTC))
                .bind(
                        "$5",
                        Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, until == null ? null : until.atOffset(UTC)))
                .then();
    }
}
