package org.linli.polls.owners;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps what owners have decided.
@Component
@Order(76)
class WriteOwnersCounted implements WriteEffects<OwnersCounted> {

    private final DatabaseClient database;

    WriteOwnersCounted(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<OwnersCounted> kind() {
        return OwnersCounted.class;
    }

    @Override
    public Mono<Void> write(List<OwnersCounted> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(OwnersCounted it) {
        var meter = it.meter();
        return database.sql("""
                        update polls.owners_votes set took_heads = $3, took_area = $4, agree_heads = $5,
                          agree_area = $6, counted_at = $7
                        where community_id = $1 and poll = $2 and counted_at is null""")
                .bind("$1", it.poll().community().value())
                .bind("$2", it.poll().id())
                .bind("$3", meter.took().heads())
                .bind("$4", meter.took().area())
                .bind("$5", meter.agree().heads())
                .bind("$6", meter.agree().area())
                .bind("$7", it.at().atOffset(UTC))
                .then();
    }
}
