package org.linli.cases;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes all cases that change at one moment, each only where it still stands as it was read.
@Component
@Order(11)
class WriteMovedCases implements WriteEffects<CaseMoved> {

    private static final String MOVE = """
            with moved as (
              select * from unnest($2::text[], $3::int8[], $4::int8[], $5::text[], $6::bool[], $7::text[],
                $8::text[], $9::timestamptz[], $10::timestamptz[], $11::int4[], $12::text[], $13::text[], $14::text[],
                $15::text[], $16::text[], $17::timestamptz[], $18::int4[], $19::text[])
                as it (number, before, after, state, is_open, unit, assignee, due_at, resolved_at,
                  stars, rating_words, place, spot, detail, label, waiting_since, passed, priority)),
            locked as (
              select c.number from cases.cases c join moved using (number)
              where c.community_id = $1 and c.version = moved.before order by 1 for update of c)
            update cases.cases c
            set version = moved.after, state = moved.state, is_open = moved.is_open, unit = moved.unit,
              assignee = moved.assignee, due_at = moved.due_at, resolved_at = moved.resolved_at,
              stars = moved.stars, rating_words = moved.rating_words,
              place = moved.place, spot = moved.spot, detail = moved.detail,
              label = moved.label, waiting_since = moved.waiting_since, passed = moved.passed,
              priority = moved.priority
            from moved join locked using (number)
            where c.community_id = $1 and c.number = moved.number""";

    private final DatabaseClient database;

    WriteMovedCases(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<CaseMoved> kind() {
        return CaseMoved.class;
    }

    @Override
    public Mono<Void> write(List<CaseMoved> effects) {
        var after = effects.stream().map(CaseMoved::after).toList();
        return database.sql(MOVE)
                .bind(0, after.getFirst().community().value())
                .bind(1, Column.texts(after, Case::number))
                .bind(2, Column.longs(effects, it -> it.before().version()))
                .bind(3, Column.longs(after, Case::version))
                .bind(4, Column.texts(after, it -> it.state().name()))
                .bind(5, Column.flags(after, Case::isOpen))
                .bind(6, Column.texts(after, it -> it.care().unit()))
                .bind(7, Column.texts(after, it -> it.care().assignee()))
                .bind(8, Column.times(after, it -> it.care().dueAt()))
                .bind(9, Column.times(after, Case::resolvedAt))
                .bind(
                        10,
                        Column.ints(
                                after,
                                it -> it.rating() == null ? null : it.rating().stars()))
                .bind(
                        11,
                        Column.texts(
                                after,
                                it -> it.rating() == null ? null : it.rating().words()))
                .bind(12, Column.texts(after, it -> it.problem().place()))
                .bind(13, Column.texts(after, it -> it.problem().spot()))
                .bind(14, Column.texts(after, it -> it.problem().detail()))
                .bind(15, Column.texts(after, it -> it.problem().label()))
                .bind(16, Column.times(after, it -> it.care().waitingSince()))
                .bind(17, Column.ints(after, it -> it.care().passed()))
                .bind(18, Column.texts(after, it -> it.care().priority().name()))
                .fetch()
                .rowsUpdated()
                .flatMap(moved -> moved == effects.size() ? Mono.empty() : Mono.error(() -> new Conflict("a case")));
    }
}
