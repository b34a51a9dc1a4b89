package org.linli.polls.register;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets birthdays that were said wrongly. Signals [Conflict] where there is none to forget any more.
@Component
@Order(92)
class WriteAgesRefused implements WriteEffects<AgeRefused> {

    private final DatabaseClient database;

    WriteAgesRefused(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<AgeRefused> kind() {
        return AgeRefused.class;
    }

    @Override
    public Mono<Void> write(List<AgeRefused> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(AgeRefused it) {
        return database.sql("""
                        update polls.ages set born = null, seen_by = '', said_at = $3
                        where community_id = $1 and resident = $2 and born is not null""")
                .bind("$1", it.community().value())
                .bind("$2", it.resident())
                .bind("$3", it.at().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("an age")))
                .then();
    }
}
