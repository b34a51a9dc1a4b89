package org.linli.cases;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes what stands and what was undone: each only once.
@Component
@Order(9)
class WriteBulkSettled implements WriteEffects<BulkSettled> {

    private static final String SETTLE = """
            update cases.done_together d set outcome = it.outcome
            from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as it (community_id, bulk, number, outcome)
            where d.community_id = it.community_id and d.bulk = it.bulk and d.number = it.number and d.outcome is null""";

    private final DatabaseClient database;

    WriteBulkSettled(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<BulkSettled> kind() {
        return BulkSettled.class;
    }

    @Override
    public Mono<Void> write(List<BulkSettled> effects) {
        return database.sql(SETTLE)
                .bind(0, Column.texts(effects, it -> it.community().value()))
                .bind(1, Column.texts(effects, BulkSettled::bulk))
                .bind(2, Column.texts(effects, BulkSettled::number))
                .bind(3, Column.texts(effects, it -> it.outcome().name()))
                .fetch()
                .rowsUpdated()
                .flatMap(settled -> settled == effects.size()
                        ? Mono.empty()
                        : Mono.error(() -> new Conflict("an act on many cases")));
    }
}
