package org.linli.notices.repeating;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Remembers what is to be said again.
@Component
@Order(85)
class WriteRepeatsBegun implements WriteEffects<RepeatBegun> {

    private final DatabaseClient database;

    WriteRepeatsBegun(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<RepeatBegun> kind() {
        return RepeatBegun.class;
    }

    @Override
    public Mono<Void> write(List<RepeatBegun> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(RepeatBegun it) {
        return database.sql("""
                        insert into notices.repeats as r (community_id, notice, first_at, next_at, approved_people)
                        values ($1, $2, $3, $4, $5)
                        on conflict (community_id, notice) do update
                        set first_at = excluded.first_at, next_at = excluded.next_at,
                            approved_people = excluded.approved_people
                        where r.times = 0""")
                .bind("$1", it.notice().community().value())
                .bind("$2", it.notice().id())
                .bind("$3", it.first().atOffset(UTC))
                .bind("$4", it.next().atOffset(UTC))
                .bind("$5", it.people())
                .then();
    }
}
