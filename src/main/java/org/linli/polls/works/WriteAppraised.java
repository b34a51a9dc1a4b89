package org.linli.polls.works;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what residents think of projects.
@Component
@Order(78)
class WriteAppraised implements WriteEffects<Appraised> {

    private final DatabaseClient database;

    WriteAppraised(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Appraised> kind() {
        return Appraised.class;
    }

    @Override
    public Mono<Void> write(List<Appraised> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(Appraised appraised) {
        var it = appraised.it();
        var used = it.used();
        var bound = database.sql("""
                        insert into polls.appraisals (community_id, round, proposal, appraiser, score, used, words, at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8)
                        on conflict (community_id, round, proposal, appraiser) do update
                        set score = excluded.score, used = excluded.used, words = excluded.words, at = excluded.at""")
                .bind("$1", appraised.round().community().value())
                .bind("$2", appraised.round().id())
                .bind("$3", it.proposal())
                .bind("$4", appraised.by())
                .bind("$5", it.score())
                .bind("$7", it.words())
                .bind("$8", appraised.at().atOffset(UTC));
        return (used == null ? bound.bindNull("$6", Boolean.class) : bound.bind("$6", used)).then();
    }
}
