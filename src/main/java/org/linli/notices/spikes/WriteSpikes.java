package org.linli.notices.spikes;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Remembers for what there is a draft. Signals [Conflict] where another replica was first, whose draft is the only
/// one.
@Component
@Order(69)
class WriteSpikes implements WriteEffects<SpikeDrafted> {

    private final DatabaseClient database;

    WriteSpikes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<SpikeDrafted> kind() {
        return SpikeDrafted.class;
    }

    @Override
    public Mono<Void> write(List<SpikeDrafted> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(SpikeDrafted it) {
        return database.sql("""
                        insert into notices.spikes as s (community_id, building, theme, at, notice, households)
                        values ($1, $2, $3, $4, $5, $6)
                        on conflict (community_id, building, theme) do update
                          set at = excluded.at, notice = excluded.notice, households = excluded.households
                        where s.at < $7""")
                .bind("$1", it.spike().community().value())
                .bind("$2", it.spike().building())
                .bind("$3", it.spike().theme())
                .bind("$4", it.at().atOffset(UTC))
                .bind("$5", it.draft().id())
                .bind("$6", it.spike().households())
                .bind("$7", it.at().minus(it.rest()).atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a spike")))
                .then();
    }
}
