package org.linli.notices.board;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Hangs notices up, each once.
@Component
@Order(82)
class WriteHungUp implements WriteEffects<HungUp> {

    private final DatabaseClient database;

    WriteHungUp(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<HungUp> kind() {
        return HungUp.class;
    }

    @Override
    public Mono<Void> write(List<HungUp> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(HungUp it) {
        return database.sql("""
                        insert into notices.board (community_id, notice, at) values ($1, $2, $3)
                        on conflict do nothing""")
                .bind("$1", it.notice().community().value())
                .bind("$2", it.notice().id())
                .bind("$3", it.at().atOffset(UTC))
                .then();
    }
}
