package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps how cases stand, with their clocks, before they are moved in the same transaction. The row itself is kept, so
/// that nothing of it can be forgotten.
@Component
@Order(9)
class WriteBulkKept implements WriteEffects<BulkKept> {

    private static final String KEEP = """
            insert into cases.done_together (community_id, bulk, number, staff, at, seen, was, clocks, letters)
            select it.community_id, it.bulk, it.number, it.staff, it.at, it.seen, to_jsonb(c),
              coalesce((select jsonb_agg(to_jsonb(k)) from cases.clocks k
                where k.community_id = c.community_id and k.number = c.number), '[]'), it.letters::jsonb
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::int8[], $7::text[], $8::int8[])
              as it (community_id, bulk, number, staff, at, seen, letters, version)
            join cases.cases c on c.community_id = it.community_id and c.number = it.number and c.version = it.version
            order by 1, 2, 3 on conflict do nothing""";

    private final DatabaseClient database;

    WriteBulkKept(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<BulkKept> kind() {
        return BulkKept.class;
    }

    @Override
    public Mono<Void> write(List<BulkKept> effects) {
        return database.sql(KEEP)
                .bind(0, Column.texts(effects, it -> it.before().community().value()))
                .bind(1, Column.texts(effects, BulkKept::bulk))
                .bind(2, Column.texts(effects, it -> it.before().number()))
                .bind(3, Column.texts(effects, BulkKept::staff))
                .bind(4, Column.times(effects, BulkKept::at))
                .bind(5, Column.longs(effects, BulkKept::seen))
                .bind(6, Column.texts(effects, it -> WaitingLetter.write(it.letters())))
                .bind(7, Column.longs(effects, it -> it.before().version()))
                .then();
    }
}
