package org.linli.cases;

import java.util.Comparator;
import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Moves clocks on that did what was due: each only from the stage in which it was found, so that it does it once.
@Component
@Order(12)
class WriteFiredClocks implements WriteEffects<ClockFired> {

    private static final String FIRE = """
            with fired as (
              select * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::int4[],
                $7::text[], $8::int4[], $9::timestamptz[])
                as it (number, name, due_at, stage, height, next_stage, next_height, next_at)),
            locked as (
              select c.number, c.name from cases.clocks c join fired using (number, name)
              where c.community_id = $1
                and c.due_at = fired.due_at and c.stage = fired.stage and c.height = fired.height
              order by 1, 2 for update of c)
            update cases.clocks c set stage = next_stage, height = next_height, next_at = fired.next_at
            from fired join locked using (number, name)
            where c.community_id = $1 and c.number = fired.number and c.name = fired.name""";

    private final DatabaseClient database;

    WriteFiredClocks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ClockFired> kind() {
        return ClockFired.class;
    }

    @Override
    public Mono<Void> write(List<ClockFired> effects) {
        var sorted = effects.stream()
                .sorted(Comparator.comparing(it -> it.before().number()))
                .toList();
        return database.sql(FIRE)
                .bind(0, sorted.getFirst().community().value())
                .bind(1, Column.texts(sorted, it -> it.before().number()))
                .bind(2, Column.texts(sorted, it -> it.before().name()))
                .bind(3, Column.times(sorted, it -> it.before().dueAt()))
                .bind(4, Column.texts(sorted, it -> it.before().stage().name()))
                .bind(5, Column.ints(sorted, it -> it.before().height()))
                .bind(6, Column.texts(sorted, it -> it.after().stage().name()))
                .bind(7, Column.ints(sorted, it -> it.after().height()))
                .bind(8, Column.times(sorted, it -> it.after().nextAt()))
                .fetch()
                .rowsUpdated()
                .flatMap(fired -> fired == effects.size() ? Mono.empty() : Mono.error(() -> new Conflict("a clock")));
    }
}
