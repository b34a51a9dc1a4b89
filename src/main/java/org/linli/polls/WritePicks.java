package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.Picks.Pick;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes which votes somebody was asked about, and forgets it.
@Component
@Order(95)
class WritePicks implements WriteEffects<PickKept> {

    private static final String KEEP = """
            insert into polls.picks (community_id, voter, listed, chosen, at) values ($1, $2, $3, $4, $5)
            on conflict (community_id, voter)
            do update set listed = excluded.listed, chosen = excluded.chosen, at = excluded.at
            """;

    private static final String FORGET = "delete from polls.picks where community_id = $1 and voter = $2";

    private final DatabaseClient database;

    WritePicks(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<PickKept> kind() {
        return PickKept.class;
    }

    @Override
    public Mono<Void> write(List<PickKept> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(PickKept kept) {
        var pick = kept.it();
        return (pick == null ? on(kept, FORGET) : keep(kept, pick)).then();
    }

    private GenericExecuteSpec keep(PickKept kept, Pick pick) {
        return on(kept, KEEP)
                .bind("$3", pick.listed().toArray(String[]::new))
                .bind("$4", pick.chosen())
                .bind("$5", pick.at().atOffset(UTC));
    }

    private GenericExecuteSpec on(PickKept kept, String sql) {
        return database.sql(sql).bind("$1", kept.community().value()).bind("$2", kept.voter());
    }
}
