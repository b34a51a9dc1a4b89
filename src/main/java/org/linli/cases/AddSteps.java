package org.linli.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Adds to the histories of cases.
@Component
class AddSteps {

    /// Picture ids travel in one text, as `unnest` flattens an array of arrays.
    private static final String ADD = """
            insert into cases.steps
              (community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words, pictures, amount)
            select community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words,
              string_to_array(pictures, E'\\n'), amount::numeric
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
              $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]) with ordinality as it
              (community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words, pictures, amount,
                place_in_line)
            order by place_in_line""";

    private final DatabaseClient database;
    private final List<HearSteps> hearers;

    AddSteps(DatabaseClient database, ObjectProvider<HearSteps> hearers) {
        this.database = database;
        this.hearers = hearers.orderedStream().toList();
    }

    Mono<Void> add(List<Step> steps) {
        return write(steps)
                .thenMany(Flux.fromIterable(hearers))
                .concatMap(it -> it.hear(steps))
                .then();
    }

    private static @Nullable String amount(Step it) {
        var yuan = it.amount();
        return yuan == null ? null : yuan.toPlainString();
    }

    private Mono<Void> write(List<Step> steps) {
        return database.sql(ADD)
                .bind(0, Column.texts(steps, it -> it.community().value()))
                .bind(1, Column.texts(steps, Step::number))
                .bind(2, Column.texts(steps, it -> it.kind().name()))
                .bind(3, Column.texts(steps, it -> it.by().kind().name()))
                .bind(4, Column.texts(steps, it -> it.by().id()))
                .bind(5, Column.texts(steps, it -> it.by().name()))
                .bind(6, Column.times(steps, Step::at))
                .bind(7, Column.texts(steps, it -> it.state().name()))
                .bind(8, Column.texts(steps, Step::unit))
                .bind(9, Column.texts(steps, Step::words))
                .bind(10, Column.texts(steps, it -> String.join("\n", it.pictures())))
                .bind(11, Column.texts(steps, AddSteps::amount))
                .then();
    }
}
