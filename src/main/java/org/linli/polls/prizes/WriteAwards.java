package org.linli.polls.prizes;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes who won prizes.
@Component
@Order(79)
class WriteAwards implements WriteEffects<AwardGiven> {

    private final DatabaseClient database;
    private final Awards awards;

    WriteAwards(DatabaseClient database, Awards awards) {
        this.database = database;
        this.awards = awards;
    }

    @Override
    public Class<AwardGiven> kind() {
        return AwardGiven.class;
    }

    @Override
    public Mono<Void> write(List<AwardGiven> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(AwardGiven given) {
        var it = given.it();
        return database.sql("""
                        insert into polls.awards
                          (community_id, id, round, proposal, prize, winner, reason, by_name, at, told_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing""")
                .bind("$1", it.community().value())
                .bind("$2", it.id().toString())
                .bind("$3", it.round())
                .bind("$4", it.proposal())
                .bind("$5", it.prize().name())
                .bind("$6", awards.sealed(it))
                .bind("$7", it.reason())
                .bind("$8", it.by())
                .bind("$9", it.at().atOffset(UTC))
                .bind("$10", given.toldAt())
                .then();
    }
}
