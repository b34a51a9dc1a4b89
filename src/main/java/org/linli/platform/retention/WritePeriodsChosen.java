package org.linli.platform.retention;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps what communities chose.
@Component
@Order(95)
class WritePeriodsChosen implements WriteEffects<PeriodChosen> {

    private final DatabaseClient database;

    WritePeriodsChosen(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<PeriodChosen> kind() {
        return PeriodChosen.class;
    }

    @Override
    public Mono<Void> write(List<PeriodChosen> chosen) {
        return Flux.fromIterable(chosen).concatMap(this::write).then();
    }

    private Mono<Void> write(PeriodChosen it) {
        return it.days() == it.period().usual() ? remove(it) : keep(it);
    }

    private Mono<Void> remove(PeriodChosen it) {
        return database.sql("delete from retention.periods where community_id = $1 and kind = $2")
                .bind("$1", it.community().value())
                .bind("$2", it.period().kind())
                .then();
    }

    private Mono<Void> keep(PeriodChosen it) {
        return database.sql("""
                insert into retention.periods (community_id, kind, days) values ($1, $2, $3)
                on conflict (community_id, kind) do update set days = excluded.days""")
                .bind("$1", it.community().value())
                .bind("$2", it.period().kind())
                .bind("$3", it.days())
                .then();
    }
}
