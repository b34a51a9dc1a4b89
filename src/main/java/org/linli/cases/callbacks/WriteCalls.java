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

/// Writes what people said on the telephone, one by one: staff calls by hand.
@Component
@Order(19)
class WriteCalls implements WriteEffects<CalledBack> {

    private static final String CALLED = """
            update cases.callbacks set result = $4, words = $5, by_id = $6, by_name = $7, called_at = $8
            where community_id = $1 and month = $2 and number = $3 and (result is null or result = 'NOT_REACHED')""";

    private final DatabaseClient database;

    WriteCalls(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<CalledBack> kind() {
        return CalledBack.class;
    }

    @Override
    public Mono<Void> write(List<CalledBack> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(CalledBack it) {
        return database.sql(CALLED)
                .bind(0, it.community().value())
                .bind(1, it.month().toString())
                .bind(2, it.number())
                .bind(3, it.result().name())
                .bind(4, it.words())
                .bind(5, it.by().id())
                .bind(6, it.by().name())
                .bind(7, it.at().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> written == 1 ? Mono.empty() : Mono.error(() -> new Conflict("a call")));
    }
}
