package org.linli.notices.enclosures;

import java.util.List;
import java.util.UUID;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps what is enclosed, one by one: they are few and large.
@Component
@Order(71)
class WriteEnclosures implements WriteEffects<EnclosureKept> {

    private final DatabaseClient database;

    WriteEnclosures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<EnclosureKept> kind() {
        return EnclosureKept.class;
    }

    @Override
    public Mono<Void> write(List<EnclosureKept> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(EnclosureKept it) {
        return database.sql("""
                        insert into notices.enclosures (community_id, notice, id, name, type, bytes)
                        values ($1, $2, $3, $4, $5, $6)""")
                .bind("$1", it.notice().community().value())
                .bind("$2", it.notice().id())
                .bind("$3", UUID.fromString(it.about().id()))
                .bind("$4", it.about().name())
                .bind("$5", it.about().type())
                .bind("$6", it.media().bytes())
                .then();
    }
}
