package org.linli.cases.callbacks;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what was drawn, one month of one community after the other.
@Component
@Order(19)
class WriteDraws implements WriteEffects<CallBacksDrawn> {

    private static final String DRAW = """
            insert into cases.draws (community_id, month, seed, pool, drawn_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    private static final String DRAWN = """
            insert into cases.callbacks (community_id, month, number, place, words)
            select $1, $2, number, place, '' from unnest($3::text[]) with ordinality as it (number, place)""";

    private final DatabaseClient database;

    WriteDraws(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<CallBacksDrawn> kind() {
        return CallBacksDrawn.class;
    }

    @Override
    public Mono<Void> write(List<CallBacksDrawn> effects) {
        return Flux.fromIterable(effects)
                .map(CallBacksDrawn::draw)
                .concatMap(it -> draw(it).then(Mono.defer(() -> drawn(it))))
                .then();
    }

    private Mono<Void> draw(Draw it) {
        return database.sql(DRAW)
                .bind(0, it.community().value())
                .bind(1, it.month().toString())
                .bind(2, it.seed())
                .bind(3, it.pool().toArray(String[]::new))
                .bind(4, it.at().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .flatMap(drawn -> drawn == 1 ? Mono.empty() : Mono.error(() -> new Conflict("a draw")));
    }

    private Mono<Void> drawn(Draw it) {
        return database.sql(DRAWN)
                .bind(0, it.community().value())
                .bind(1, it.month().toString())
                .bind(2, it.drawn().toArray(String[]::new))
                .then();
    }
}
