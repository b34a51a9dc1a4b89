package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes what was missed at one moment.
@Component
@Order(13)
class WriteMisses implements WriteEffects<Miss> {

    private static final String ADD = """
            insert into cases.misses (community_id, number, clock, due_at, unit, assignee, state, told, at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
              $8::text[], $9::timestamptz[])
            on conflict do nothing""";

    private final DatabaseClient database;

    WriteMisses(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Miss> kind() {
        return Miss.class;
    }

    @Override
    public Mono<Void> write(List<Miss> effects) {
        return database.sql(ADD)
                .bind(0, Column.texts(effects, it -> it.community().value()))
                .bind(1, Column.texts(effects, Miss::number))
                .bind(2, Column.texts(effects, Miss::clock))
                .bind(3, Column.times(effects, Miss::dueAt))
                .bind(4, Column.texts(effects, Miss::unit))
                .bind(5, Column.texts(effects, Miss::assignee))
                .bind(6, Column.texts(effects, it -> it.state().name()))
                .bind(7, Column.texts(effects, Miss::told))
                .bind(8, Column.times(effects, Miss::at))
                .then();
    }
}
