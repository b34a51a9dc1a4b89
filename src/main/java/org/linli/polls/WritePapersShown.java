package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes when a voter was shown a paper last, under the same token as the ballot.
@Component
@Order(74)
class WritePapersShown implements WriteEffects<PaperShown> {

    private static final String SHOWN = """
            insert into polls.drafts (community_id, poll, token, choices, points, at) values ($1, $2, $3, '{}', '{}', $4)
            on conflict (community_id, poll, token) do update set at = excluded.at
            """;

    private final DatabaseClient database;

    WritePapersShown(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<PaperShown> kind() {
        return PaperShown.class;
    }

    @Override
    public Mono<Void> write(List<PaperShown> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(PaperShown it) {
        return database.sql(SHOWN)
                .bind("$1", it.poll().community().value())
                .bind("$2", it.poll().id())
                .bind("$3", it.token())
                .bind("$4", it.at().atOffset(UTC))
                .then();
    }
}
