package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes what was promised at one moment, and what became of promises.
@Component
@Order(14)
class WritePromises implements WriteEffects<PromiseSettled> {

    private static final String SETTLE = """
            update cases.promises p set outcome = it.outcome, settled_at = it.at
            from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as it (community_id, number, outcome, at)
            where p.community_id = it.community_id and p.number = it.number and p.outcome is null""";

    private static final String MAKE = """
            insert into cases.promises (community_id, number, made_at, due_at, by_id, unit)
            select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[])
            order by 1, 2 on conflict do nothing""";

    private final DatabaseClient database;

    WritePromises(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<PromiseSettled> kind() {
        return PromiseSettled.class;
    }

    @Override
    public Mono<Void> write(List<PromiseSettled> effects) {
        var made = effects.stream().filter(it -> it.dueAt() != null).toList();
        return settle(effects).then(Mono.defer(() -> made.isEmpty() ? Mono.empty() : make(made)));
    }

    private Mono<Void> settle(List<PromiseSettled> effects) {
        return database.sql(SETTLE)
                .bind(0, Column.texts(effects, it -> it.step().community().value()))
                .bind(1, Column.texts(effects, it -> it.step().number()))
                .bind(2, Column.texts(effects, it -> it.before().name()))
                .bind(3, Column.times(effects, it -> it.step().at()))
                .then();
    }

    private Mono<Void> make(List<PromiseSettled> made) {
        return database.sql(MAKE)
                .bind(0, Column.texts(made, it -> it.step().community().value()))
                .bind(1, Column.texts(made, it -> it.step().number()))
                .bind(2, Column.times(made, it -> it.step().at()))
                .bind(3, Column.times(made, PromiseSettled::dueAt))
                .bind(4, Column.texts(made, it -> it.step().by().id()))
                .bind(5, Column.texts(made, it -> it.step().unit()))
                .then();
    }
}
