package org.linli.rights;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Remembers which links open.
@Component
@Order(96)
class WriteOwnDoors implements WriteEffects<OwnDoor> {

    private final DatabaseClient database;

    WriteOwnDoors(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<OwnDoor> kind() {
        return OwnDoor.class;
    }

    @Override
    public Mono<Void> write(List<OwnDoor> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(OwnDoor it) {
        return database.sql("""
                        insert into rights.doors (community_id, hash, address, until) values ($1, $2, $3, $4)
                        on conflict do nothing""")
                .bind(0, it.person().community().value())
                .bind(1, OwnDoor.hash(it.secret()))
                .bind(2, it.person().address().text())
                .bind(3, it.until().atOffset(UTC))
                .then();
    }
}
