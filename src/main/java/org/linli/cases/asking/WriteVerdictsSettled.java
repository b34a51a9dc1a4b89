package org.linli.cases.asking;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what became of asking people, one by one: few letters do not arrive.
@Component
@Order(19)
class WriteVerdictsSettled implements WriteEffects<VerdictSettled> {

    private static final String SETTLE = """
            update cases.verdicts set letter = coalesce($6, letter), outcome = $8, asked_at = $9,
              tried = case when $7::text is null then tried else tried || $7::text end
            where community_id = $1 and number = $2 and resolved_at = $3 and address = $4 and letter = $5
              and outcome is null""";

    private final DatabaseClient database;

    WriteVerdictsSettled(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<VerdictSettled> kind() {
        return VerdictSettled.class;
    }

    @Override
    public Mono<Void> write(List<VerdictSettled> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(VerdictSettled it) {
        var by = it.by();
        var outcome = it.outcome();
        var sql = database.sql(SETTLE)
                .bind(0, it.pending().community().value())
                .bind(1, it.pending().number())
                .bind(2, it.pending().resolvedAt().atOffset(UTC))
                .bind(3, it.pending().address().text())
                .bind(4, it.pending().letter())
                .bind(8, it.at().atOffset(UTC));
        var asking = text(text(sql, 5, by == null ? null : by.letter()), 6, by == null ? null : by.told());
        return text(asking, 7, outcome == null ? null : outcome.name())
                .fetch()
                .rowsUpdated()
                .flatMap(settled -> settled == 1 ? Mono.empty() : Mono.error(() -> new Conflict("a verdict")));
    }

    private static DatabaseClient.GenericExecuteSpec text(
            DatabaseClient.GenericExecuteSpec sql, int at, @Nullable String value) {
        return value == null ? sql.bindNull(at, String.class) : sql.bind(at, value);
    }
}
