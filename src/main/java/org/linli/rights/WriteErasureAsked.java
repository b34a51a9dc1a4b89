package org.linli.rights;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Remembers who wants to be forgotten, until it is done.
@Component
@Order(97)
class WriteErasureAsked implements WriteEffects<ErasureAsked> {

    private final DatabaseClient database;
    private final SealedPerson sealed;

    WriteErasureAsked(DatabaseClient database, SealedPerson sealed) {
        this.database = database;
        this.sealed = sealed;
    }

    @Override
    public Class<ErasureAsked> kind() {
        return ErasureAsked.class;
    }

    @Override
    public Mono<Void> write(List<ErasureAsked> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(ErasureAsked it) {
        String id = SealedPerson.newId();
        return database.sql("""
                        insert into rights.erasures
                          (community_id, id, asked_by, reason, asked_at, not_before, person, print)
                        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing""")
                .bind(0, it.person().community().value())
                .bind(1, id)
                .bind(2, it.by())
                .bind(3, it.reason())
                .bind(4, it.at().atOffset(UTC))
                .bind(5, it.from().atOffset(UTC))
                .bind(6, sealed.seal(it.person(), id))
                .bind(7, it.print())
                .then();
    }
}
