package org.linli.cases.behalf;

import java.time.ZoneOffset;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// People click these, so there are never many at one moment.
@Component
@Order(19)
class WriteToldByHand implements WriteEffects<ToldByHand> {

    private final DatabaseClient database;

    WriteToldByHand(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<ToldByHand> kind() {
        return ToldByHand.class;
    }

    @Override
    public Mono<Void> write(List<ToldByHand> effects) {
        return Flux.fromStream(
                        effects.stream().sorted((one, other) -> one.occasion().compareTo(other.occasion())))
                .concatMap(this::tell)
                .then();
    }

    private Mono<Void> tell(ToldByHand it) {
        return database.sql("""
                        update cases.on_behalf set told_at = greatest(told_at, $3)
                        where community_id = $1 and occasion = $2""")
                .bind(0, it.community().value())
                .bind(1, it.occasion())
                .bind(2, it.at().atOffset(ZoneOffset.UTC))
                .then();
    }
}
