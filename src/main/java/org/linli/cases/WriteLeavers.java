package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets go of those who wait no more. The version rises, so that nobody withdraws or tells on what is no longer true.
@Component
@Order(13)
class WriteLeavers implements WriteEffects<NeighbourLeft> {

    private static final String LEAVE = """
            with leaving as (
              select * from unnest($2::text[], $3::text[], $4::text[]) as it (number, address, resident)),
            locked as (
              select c.number from cases.cases c
              where c.community_id = $1 and c.number = any($2)
              order by 1 for no key update),
            gone as (
              delete from cases.supporters s using leaving it join locked using (number)
              where s.community_id = $1 and s.number = it.number
                and (s.address = it.address or s.resident = it.resident))
            update cases.cases c
            set version = c.version + 1,
              reporter_left = c.reporter_left or exists (
                select 1 from leaving it where it.number = c.number
                  and (it.address = c.reporter_address or it.resident = c.reporter))
            from locked where c.community_id = $1 and c.number = locked.number""";

    private final DatabaseClient database;

    WriteLeavers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<NeighbourLeft> kind() {
        return NeighbourLeft.class;
    }

    @Override
    public Mono<Void> write(List<NeighbourLeft> effects) {
        return database.sql(LEAVE)
                .bind(0, effects.getFirst().community().value())
                .bind(1, Column.texts(effects, NeighbourLeft::number))
                .bind(2, Column.texts(effects, it -> it.who().address().text()))
                .bind(3, Column.texts(effects, it -> it.who().resident()))
                .then();
    }
}
