package org.linli.cases.merging;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes that cases which rested in others go on by themselves. Both were locked by their changes before.
@Component
@Order(15)
class WriteTakenApart implements WriteEffects<CasesTakenApart> {

    private static final String UNDO = """
            update cases.merges set undone_at = $3, undone_by = $4
            where community_id = $1 and number = $2 and undone_at is null""";

    private static final String GO_ON = """
            with rested as (
              delete from cases.resting_clocks where community_id = $1 and number = $2 returning *),
            running as (
              insert into cases.clocks (community_id, number, name, due_at, stage, height, next_at)
              select community_id, number, name, due_at, stage, height, next_at from rested)
            update cases.cases set merged_into = null where community_id = $1 and number = $2""";

    private static final String LEAVE =
            "delete from cases.supporters where community_id = $1 and number = $2 and came_from = $3";

    private final DatabaseClient database;

    WriteTakenApart(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<CasesTakenApart> kind() {
        return CasesTakenApart.class;
    }

    @Override
    public Mono<Void> write(List<CasesTakenApart> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(CasesTakenApart it) {
        return undo(it).then(goOn(it.merge())).then(leave(it.merge()));
    }

    private Mono<Void> undo(CasesTakenApart it) {
        return database.sql(UNDO)
                .bind(0, it.merge().community().value())
                .bind(1, it.merge().number())
                .bind(2, it.at().atOffset(UTC))
                .bind(3, it.by().id())
                .fetch()
                .rowsUpdated()
                .flatMap(undone -> undone == 1 ? Mono.empty() : Mono.error(() -> new Conflict("a merge")));
    }

    private Mono<Void> goOn(Merge merge) {
        return database.sql(GO_ON)
                .bind(0, merge.community().value())
                .bind(1, merge.number())
                .then();
    }

    private Mono<Void> leave(Merge merge) {
        return database.sql(LEAVE)
                .bind(0, merge.community().value())
                .bind(1, merge.target())
                .bind(2, merge.number())
                .then();
    }
}
