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
                        insert into notices.repeats (community_id, notice, first_at, next_at)
                        values ($1, $2, $3, $4) on conflict do nothing""")
                .bind("$1", it.notice().community().value())
                .bind("$2", it.notice().id())
                .bind("$3", it.first().atOffset(UTC))
                .bind("$4", it.next().atOffset(UTC))
                .then();
    }
}
