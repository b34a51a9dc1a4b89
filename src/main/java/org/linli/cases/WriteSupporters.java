package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes the neighbours who join cases at one moment.
@Component
@Order(12)
class WriteSupporters implements WriteEffects<SupporterJoined> {

    private static final String JOIN = """
            insert into cases.supporters
              (community_id, number, address, resident, said_in_group, privately, joined_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
              $7::timestamptz[])
            order by 1, 2, 3
            on conflict do nothing""";

    private final DatabaseClient database;

    WriteSupporters(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<SupporterJoined> kind() {
        return SupporterJoined.class;
    }

    @Override
    public Mono<Void> write(List<SupporterJoined> effects) {
        return database.sql(JOIN)
                .bind(0, Column.texts(effects, it -> it.community().value()))
                .bind(1, Column.texts(effects, SupporterJoined::number))
                .bind(2, Column.texts(effects, it -> it.who().address().text()))
                .bind(3, Column.texts(effects, it -> it.who().resident()))
                .bind(4, Column.texts(effects, it -> CaseColumns.textOf(it.who().group())))
                .bind(5, Column.texts(effects, it -> CaseColumns.textOf(it.who().privately())))
                .bind(6, Column.times(effects, SupporterJoined::at))
                .then();
    }
}
