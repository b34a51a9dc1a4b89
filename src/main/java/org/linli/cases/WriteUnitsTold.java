package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes which units were told of which cases at one moment.
@Component
@Order(13)
class WriteUnitsTold implements WriteEffects<UnitTold> {

    private static final String ADD = """
            insert into cases.told (community_id, number, unit, at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) order by 1, 2, 3
            on conflict do nothing""";

    private final DatabaseClient database;

    WriteUnitsTold(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<UnitTold> kind() {
        return UnitTold.class;
    }

    @Override
    public Mono<Void> write(List<UnitTold> effects) {
        return database.sql(ADD)
                .bind(0, Column.texts(effects, it -> it.community().value()))
                .bind(1, Column.texts(effects, UnitTold::number))
                .bind(2, Column.texts(effects, UnitTold::unit))
                .bind(3, Column.times(effects, UnitTold::at))
                .then();
    }
}
