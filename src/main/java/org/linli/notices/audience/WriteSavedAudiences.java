package org.linli.notices.audience;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps audiences, and lets them go.
@Component
@Order(84)
class WriteSavedAudiences implements WriteEffects<SavedAudience> {

    private final DatabaseClient database;

    WriteSavedAudiences(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<SavedAudience> kind() {
        return SavedAudience.class;
    }

    @Override
    public Mono<Void> write(List<SavedAudience> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> it.line().isEmpty() ? letGo(it) : keep(it))
                .then();
    }

    private Mono<Void> keep(SavedAudience it) {
        return database.sql("""
                        insert into notices.audiences (community_id, name, line, by_staff, at)
                        values ($1, $2, $3, $4, $5)
                        on conflict (community_id, name) do update
                          set line = excluded.line, by_staff = excluded.by_staff, at = excluded.at""")
                .bind("$1", it.community().value())
                .bind("$2", it.name())
                .bind("$3", it.line())
                .bind("$4", it.by())
                .bind("$5", it.at().atOffset(UTC))
                .then();
    }

    private Mono<Void> letGo(SavedAudience it) {
        return database.sql("delete from notices.audiences where community_id = $1 and name = $2")
                .bind("$1", it.community().value())
                .bind("$2", it.name())
                .then();
    }
}
