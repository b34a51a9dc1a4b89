package org.linli.rights;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Ends erasures, in the commit that notes them in the trail.
@Component
@Order(98)
class WriteErased implements WriteEffects<Erased> {

    private final DatabaseClient database;

    WriteErased(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Erased> kind() {
        return Erased.class;
    }

    @Override
    public Mono<Void> write(List<Erased> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(Erased it) {
        return database.sql("""
                        update rights.erasures
                        set done_at = $3, person = null, print = null, waiting = '{}', lease_until = null
                        where community_id = $1 and id = $2""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, it.at().atOffset(UTC))
                .then();
    }
}
