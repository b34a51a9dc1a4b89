package org.linli.cases.merging;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets people of one case wait for another, after whoever leaves has left. Both cases were locked by their changes
/// before. The version rises as it does when neighbours join, which makes no page stale.
@Component
@Order(17)
class BringPeople implements WriteEffects<PeopleBrought> {

    private static final String BRING = """
            with people as (
              select reporter_address as address, reporter as resident, reporter_group as said_in_group,
                reporter_privately as privately, opened_at as joined_at
              from cases.cases where community_id = $1 and number = $2
              union all
              select address, resident, said_in_group, privately, joined_at
              from cases.supporters where community_id = $1 and number = $2),
            added as (
              insert into cases.supporters
                (community_id, number, address, resident, said_in_group, privately, joined_at, came_from)
              select $1, $3, address, resident, said_in_group, privately, joined_at, $2 from people
              where address = any($4) order by address on conflict do nothing returning 1)
            update cases.cases set version = version + (select count(*) from added)
            where community_id = $1 and number = $3""";

    private final DatabaseClient database;

    BringPeople(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<PeopleBrought> kind() {
        return PeopleBrought.class;
    }

    @Override
    public Mono<Void> write(List<PeopleBrought> effects) {
        return Flux.fromIterable(effects).concatMap(this::bring).then();
    }

    private Mono<Void> bring(PeopleBrought it) {
        return database.sql(BRING)
                .bind(0, it.community().value())
                .bind(1, it.from())
                .bind(2, it.to())
                .bind(3, it.people().stream().map(who -> who.address().text()).toArray(String[]::new))
                .then();
    }
}
