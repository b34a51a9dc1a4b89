package org.linli.whistles;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes whistles with the line that tells of it. Signals [Conflict] when somebody else was first.
@Component
@Order(60)
class WriteWhistles implements WriteEffects<WhistleMoved> {

    private static final String WRITE = """
            insert into whistles.whistles as w (community_id, id, number, unit, reason, called_by, called_at, report_by,
              state, reporter, reported_at, refusals, chased_at, stars, verdict, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            on conflict (community_id, id) do update set reason = excluded.reason, called_by = excluded.called_by,
              called_at = excluded.called_at, report_by = excluded.report_by, state = excluded.state,
              reporter = excluded.reporter, reported_at = excluded.reported_at, refusals = excluded.refusals,
              chased_at = excluded.chased_at, stars = excluded.stars, verdict = excluded.verdict,
              version = excluded.version
            where w.version = $17
            """;

    private static final String TELL = """
            insert into whistles.steps (community_id, whistle, kind, by_name, at, words) values ($1, $2, $3, $4, $5, $6)
            """;

    private final DatabaseClient database;

    WriteWhistles(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<WhistleMoved> kind() {
        return WhistleMoved.class;
    }

    @Override
    public Mono<Void> write(List<WhistleMoved> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> write(it).then(tell(it.step())))
                .then();
    }

    private Mono<Void> write(WhistleMoved moved) {
        var it = moved.step().after();
        var verdict = it.verdict();
        return bind(database.sql(WRITE), it)
                .bind("$14", verdict == null ? 0 : verdict.stars())
                .bind("$15", verdict == null ? "" : verdict.words())
                .bind("$16", it.version())
                .bind("$17", moved.before())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a whistle")))
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec sql, Whistle it) {
        var bound = sql.bind("$1", it.community().value())
                .bind("$2", it.id())
                .bind("$3", it.number())
                .bind("$4", it.unit())
                .bind("$5", it.call().reason())
                .bind("$6", it.call().by())
                .bind("$7", it.call().at().atOffset(UTC))
                .bind("$8", it.call().reportBy().atOffset(UTC))
                .bind("$9", it.state().name())
                .bind("$10", it.reporter())
                .bind("$12", it.refusals());
        return time(time(bound, "$11", it.reportedAt()), "$13", it.chasedAt());
    }

    private static DatabaseClient.GenericExecuteSpec time(
            DatabaseClient.GenericExecuteSpec sql, String name, @Nullable Instant at) {
        return at == null ? sql.bindNull(name, OffsetDateTime.class) : sql.bind(name, at.atOffset(UTC));
    }

    private Mono<Void> tell(WhistleStep step) {
        return database.sql(TELL)
                .bind("$1", step.after().community().value())
                .bind("$2", step.after().id())
                .bind("$3", step.kind().name())
                .bind("$4", step.by())
                .bind("$5", step.at().atOffset(UTC))
                .bind("$6", step.words())
                .then();
    }
}
