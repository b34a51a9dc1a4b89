package org.linli.webhooks;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.open311.CallResult;
import org.linli.open311.Outgoing;
import org.linli.platform.database.Committed;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The line of calls to those who subscribed. Kept for 30 days after they arrived, for the page.
@Component
class Deliveries {

    static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BATCH = 50;

    private static final String CLAIM = """
        with due as (
          select d.community_id, d.id from webhooks.deliveries d
          join webhooks.subscriptions s
            on s.community_id = d.community_id and s.id = d.subscription and s.stopped_at is null
          where d.done_at is null and d.due_at <= $1
          order by d.due_at limit $2 for update of d skip locked)
        update webhooks.deliveries d set due_at = $3, tries = d.tries + 1
        from due, webhooks.subscriptions s
        where d.community_id = due.community_id and d.id = due.id
          and s.community_id = d.community_id and s.id = d.subscription
        returning d.community_id, d.id, d.subscription, d.body, d.tries, s.url, s.secret, s.previous_secret, s.previous_until""";

    /// The last try of a call that never arrives puts its subscription aside: whoever does not answer for days is gone.
    private static final String RECORD = """
        with recorded as (
          update webhooks.deliveries set outcome = $3, due_at = coalesce($4, due_at), done_at = $5
          where community_id = $1 and id = $2 returning community_id, subscription)
        update webhooks.subscriptions s set
          failing_since = case when $6 then null else coalesce(s.failing_since, $8) end,
          stopped_at = case when $7 then coalesce(s.stopped_at, $8) else s.stopped_at end,
          stopped_why = case when $7 then coalesce(s.stopped_why, $3) else s.stopped_why end
        from recorded where s.community_id = recorded.community_id and s.id = recorded.subscription""";

    /// @param tries this one included
    record Due(String community, long id, String body, int tries, Outgoing call) {

        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    private final DatabaseClient database;
    private final SubscriptionSecrets secrets;
    private final Clock clock;

    Deliveries(DatabaseClient database, SubscriptionSecrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Whoever dies with them lets others have them after two minutes.
    Flux<Due> claim() {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, BATCH)
                .bind(2, now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .map(row -> read(row, now))
                .all()
                .as(Committed::rows);
    }

    Mono<Void> record(Due call, CallResult result) {
        Instant now = clock.instant();
        var again = result.again(call.tries());
        return database.sql(RECORD)
                .bind(0, call.community())
                .bind(1, call.id())
                .bind(2, result.name().toLowerCase(Locale.ROOT))
                .bind(3, time(again.map(now::plus).orElse(null)))
                .bind(4, time(result.isDone() ? now : null))
                .bind(5, result.isDone())
                .bind(6, !result.isDone() && again.isEmpty())
                .bind(7, now.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static Parameter time(@Nullable Instant at) {
        return at == null
                ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                : Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at.atOffset(ZoneOffset.UTC));
    }

    private Due read(Readable row, Instant now) {
        String community = text(row, "community_id");
        long id = number(row, "id");
        var call = new Outgoing(
                URI.create(text(row, "url")), secrets.signing(row, now), "evt_%s_%d".formatted(community, id));
        return new Due(community, id, text(row, "body"), integer(row, "tries"), call);
    }
}
