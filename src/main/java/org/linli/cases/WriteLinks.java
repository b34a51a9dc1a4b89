package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes which cases came out of which at one moment.
@Component
@Order(16)
class WriteLinks implements WriteEffects<CaseLinked> {

    private static final String LINK = """
            insert into cases.links (community_id, number, earlier, kind, at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
            order by 1, 2, 3 on conflict do nothing""";

    private final DatabaseClient database;

    WriteLinks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<CaseLinked> kind() {
        return CaseLinked.class;
    }

    @Override
    public Mono<Void> write(List<CaseLinked> effects) {
        return database.sql(LINK)
                .bind(0, Column.texts(effects, it -> it.community().value()))
                .bind(1, Column.texts(effects, CaseLinked::number))
                .bind(2, Column.texts(effects, CaseLinked::earlier))
                .bind(3, Column.texts(effects, it -> it.kind().name()))
                .bind(4, Column.times(effects, CaseLinked::at))
                .then();
    }
}
