package org.linli.cases.merging;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes that cases rest in others, one by one: staff does it by hand. Both cases were locked by their changes before.
@Component
@Order(15)
class WriteMerges implements WriteEffects<CasesMerged> {

    private static final String KEEP = """
            with kept as (
              insert into cases.merges (community_id, number, merged_at, target, state, by_id, by_name, reason)
              values ($1, $2, $3, $4, $5, $6, $7, $8)),
            stopped as (
              delete from cases.clocks where community_id = $1 and number = $2 returning *),
            resting as (
              insert into cases.resting_clocks (community_id, number, name, due_at, stage, height, next_at)
              select community_id, number, name, due_at, stage, height, next_at from stopped)
            update cases.cases set merged_into = $4 where community_id = $1 and number = $2""";

    private final DatabaseClient database;

    WriteMerges(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<CasesMerged> kind() {
        return CasesMerged.class;
    }

    @Override
    public Mono<Void> write(List<CasesMerged> effects) {
        return Flux.fromIterable(effects).concatMap(it -> keep(it.merge())).then();
    }

    private Mono<Void> keep(Merge merge) {
        return database.sql(KEEP)
                .bind(0, merge.community().value())
                .bind(1, merge.number())
                .bind(2, merge.at().atOffset(UTC))
                .bind(3, merge.target())
                .bind(4, merge.state().name())
                .bind(5, merge.by().id())
                .bind(6, merge.by().name())
                .bind(7, merge.reason())
                .then();
    }
}
