package org.linli.ledger;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.channels.Allowance.Rate;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The reserve of a rate, one message after the other, over all replicas: what may leave while Redis is away, and of a
/// small rate what its bucket does not give.
@Component
class Paces {

    private static final String STEP = """
            insert into ledger.paces (community_id, name, scope, next_at) values ($1, $2, $3, $5)
            on conflict (community_id, name, scope) do update set next_at = excluded.next_at where paces.next_at <= $4
            """;

    private final DatabaseClient database;
    private final Clock clock;

    Paces(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Zero when one message may leave now, otherwise how long to wait before asking again. Never empty.
    Mono<Duration> take(CommunityId community, Rate rate) {
        return Share.of(rate).reserve() == 0 ? Mono.just(rate.per()) : take(community, rate, step(rate));
    }

    /// From one message to the next.
    static Duration step(Rate rate) {
        return rate.per().dividedBy(Math.max(1, Share.of(rate).reserve()));
    }

    private Mono<Duration> take(CommunityId community, Rate rate, Duration step) {
        Instant now = clock.instant();
        return database.sql(STEP)
                .bind("$1", community.value())
                .bind("$2", rate.name())
                .bind("$3", rate.scope().of())
                .bind("$4", now.atOffset(UTC))
                .bind("$5", now.plus(step).atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(taken -> taken > 0 ? Duration.ZERO : step);
    }
}
