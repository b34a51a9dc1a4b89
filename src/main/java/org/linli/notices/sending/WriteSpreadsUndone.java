package org.linli.notices.sending;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets that notices were about to leave, unless somebody else has begun with them.
@Component
@Order(78)
class WriteSpreadsUndone implements WriteEffects<SpreadUndone> {

    private final DatabaseClient database;

    WriteSpreadsUndone(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<SpreadUndone> kind() {
        return SpreadUndone.class;
    }

    @Override
    public Mono<Void> write(List<SpreadUndone> effects) {
        return Flux.fromIterable(effects).concatMap(it -> write(it.claim())).then();
    }

    private Mono<Void> write(Claim claim) {
        return database.sql("""
                        delete from notices.spreads
                        where community_id = $1 and notice = $2 and fence = $3 and after = ''""")
                .bind("$1", claim.community().value())
                .bind("$2", claim.notice())
                .bind("$3", claim.fence())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("who hands a notice out")))
                .then();
    }
}
