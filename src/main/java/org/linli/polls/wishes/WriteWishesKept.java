package org.linli.polls.wishes;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.wishes.Wishes.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes wishes that wait, and forgets those that do not any more.
@Component
@Order(90)
class WriteWishesKept implements WriteEffects<WishKept> {

    private static final String KEEP = """
            insert into polls.wishes (community_id, voter, round, words, place, told_at, send, pictures, guess, alike, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (community_id, voter) do update set round = excluded.round, words = excluded.words,
              place = excluded.place, told_at = excluded.told_at, send = excluded.send, pictures = excluded.pictures,
              guess = excluded.guess, alike = excluded.alike, at = excluded.at
            """;

    private final DatabaseClient database;

    WriteWishesKept(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<WishKept> kind() {
        return WishKept.class;
    }

    @Override
    public Mono<Void> write(List<WishKept> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(WishKept kept) {
        var waiting = kept.it();
        return waiting == null
                ? on(kept, "delete from polls.wishes where community_id = $1 and voter = $2")
                        .then()
                : keep(kept, waiting);
    }

    private Mono<Void> keep(WishKept kept, Waiting waiting) {
        var wish = waiting.wish();
        var guess = wish.guess();
        var bound = on(kept, KEEP)
                .bind("$3", wish.round())
                .bind("$4", wish.words())
                .bind("$5", wish.place())
                .bind("$6", wish.toldAt())
                .bind("$7", wish.send())
                .bind("$8", wish.pictures().toArray(String[]::new))
                .bind("$10", waiting.alike().toArray(Integer[]::new))
                .bind("$11", waiting.at().atOffset(UTC));
        return (guess == null ? bound.bindNull("$9", Long.class) : bound.bind("$9", guess)).then();
    }

    private GenericExecuteSpec on(WishKept kept, String sql) {
        return database.sql(sql).bind("$1", kept.community().value()).bind("$2", kept.voter());
    }
}
