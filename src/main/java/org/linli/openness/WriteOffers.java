package org.linli.openness;

import java.time.ZoneOffset;
import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps what was offered. A second offer of the same case changes nothing: what somebody was shown is what they
/// answer.
@Component
@Order(45)
class WriteOffers implements WriteEffects<Offer> {

    private final DatabaseClient database;

    WriteOffers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Offer> kind() {
        return Offer.class;
    }

    @Override
    public Mono<Void> write(List<Offer> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(Offer it) {
        return database.sql("""
                        insert into openness.offers (community_id, number, token, words, asked_by, asked_at, agreed)
                        values ($1, $2, $3, $4, $5, $6, nullif($7, 'unknown')::boolean) on conflict do nothing""")
                .bind(0, it.community().value())
                .bind(1, it.number())
                .bind(2, it.token())
                .bind(3, it.words())
                .bind(4, it.askedBy())
                .bind(5, it.askedAt().atOffset(ZoneOffset.UTC))
                .bind(6, it.agreed() == null ? "unknown" : it.agreed().toString())
                .then();
    }
}
