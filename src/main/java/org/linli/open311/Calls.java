package org.linli.open311;

import static org.linli.platform.database.Columns.instant;
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
import org.linli.platform.database.Committed;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.Sealing;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The line of calls to hooks.
@Component
class Calls {

    static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BATCH = 50;

    private static final String CLAIM = """
            with due as (
              select c.community_id, c.id from open311.calls c
              join open311.hooks h on h.community_id = c.community_id and h.id = c.hook and h.stopped_at is null
              where c.done_at is null and c.due_at <= $1
              order by c.due_at limit $2 for update of c skip locked)
            update open311.calls c set due_at = $3, tries = c.tries + 1
            from due, open311.hooks h
            where c.community_id = due.community_id and c.id = due.id
              and h.community_id = c.community_id and h.id = c.hook
            returning c.*, h.url, h.secret""";

    /// The last try of a call that never arrives stops its hook: whoever does not answer for days is gone.
    private static final String RECORD = """
            with recorded as (
              update open311.calls set outcome = $3, due_at = coalesce($4, due_at), done_at = $5
              where community_id = $1 and id = $2 returning community_id, hook)
            update open311.hooks h set
              failing_since = case when $6 then null else coalesce(h.failing_since, $8) end,
              stopped_at = case when $7 then coalesce(h.stopped_at, $8) else h.stopped_at end,
              stopped_why = case when $7 then coalesce(h.stopped_why, $3) else h.stopped_why end
            from recorded where h.community_id = recorded.community_id and h.id = recorded.hook""";

    private final DatabaseClient database;
    private final Clock clock;
    private final Sealing sealing;

    Calls(DatabaseClient database, Clock clock, Sealing sealing) {
        this.database = database;
        this.clock = clock;
        this.sealing = sealing;
    }

    /// Whoever dies with them lets others have them after two minutes.
    Flux<DueCall> claim() {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, BATCH)
                .bind(2, now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .map(this::read)
                .all()
                .as(Committed::rows);
    }

    Mono<Void> record(DueCall call, CallResult result) {
        Instant now = clock.instant();
        var again = result.again(call.tries());
        boolean stops = !result.isDone() && again.isEmpty();
        return database.sql(RECORD)
                .bind(0, call.community().value())
                .bind(1, call.id())
                .bind(2, result.name().toLowerCase(Locale.ROOT))
                .bind(3, time(again.map(now::plus).orElse(null)))
                .bind(4, time(result.isDone() ? now : null))
                .bind(5, result.isDone())
                .bind(6, stops)
                .bind(7, now.atOffset(ZoneOffset.UTC))
                .then();
    }

    private static Parameter time(@Nullable Instant at) {
        return at == null
                ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE)
                : Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, at.atOffset(ZoneOffset.UTC));
    }

    private DueCall read(Readable row) {
        return new DueCall(
                new CommunityId(text(row, "community_id")),
                number(row, "id"),
                text(row, "hook"),
                URI.create(text(row, "url")),
                sealing.open(Hooks.SECRET, text(row, "secret"), text(row, "community_id"), text(row, "hook")),
                text(row, "number"),
                text(row, "step"),
                instant(row, "at"),
                integer(row, "tries"));
    }
}
