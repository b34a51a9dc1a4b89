package org.linli.cases;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes to reporters again who had left. The version rises, so that whoever finishes the case at that moment tells
/// them too.
@Component
@Order(13)
class WriteReturned implements WriteEffects<ReporterReturned> {

    private static final String RETURN = """
            with locked as (
              select number from cases.cases c
              where reporter_left and community_id = $1 and number = any($2)
              order by 1 for no key update)
            update cases.cases c set reporter_left = false, version = c.version + 1
            from locked where c.community_id = $1 and c.number = locked.number""";

    private final DatabaseClient database;

    WriteReturned(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ReporterReturned> kind() {
        return ReporterReturned.class;
    }

    @Override
    public Mono<Void> write(List<ReporterReturned> effects) {
        return database.sql(RETURN)
                .bind(0, effects.getFirst().community().value())
                .bind(1, Column.texts(effects, ReporterReturned::number))
                .then();
    }
}
