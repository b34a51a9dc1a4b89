package org.linli.openness;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What was offered to writers, and what they said.
@Component
public class Offers {

    private final DatabaseClient database;
    private final Clock clock;

    Offers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty for a link that was never sent.
    public Mono<Offer> byLink(String secret) {
        return database.sql("select * from openness.offers where token = $1")
                .bind(0, print(secret))
                .map(Offers::read)
                .one();
    }

    /// May be said again, and otherwise: what was said last counts. With a no, its pictures are gone. Whether there was
    /// such a link; never empty.
    public Mono<Boolean> answer(String secret, boolean agreed) {
        return database.sql("""
                        with answered as (
                          update openness.offers set agreed = $2, answered_at = $3 where token = $1
                          returning community_id, number, agreed),
                        gone as (
                          delete from openness.pictures p using answered a
                          where p.community_id = a.community_id and p.number = a.number and not a.agreed)
                        select exists (select from answered) as it""")
                .bind(0, print(secret))
                .bind(1, agreed)
                .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                .mapValue(Boolean.class)
                .one();
    }

    /// By number; cases that were never offered are missing. Never empty.
    public Mono<Map<String, Offer>> of(CommunityId community, Collection<String> numbers) {
        return database.sql("select * from openness.offers where community_id = $1 and number = any($2)")
                .bind(0, community.value())
                .bind(1, numbers.toArray(String[]::new))
                .map(Offers::read)
                .all()
                .collectMap(Offer::number, it -> it);
    }

    /// Those that may be shown, by number. Never empty.
    public Mono<Map<String, Offer>> agreed(CommunityId community) {
        return database.sql("""
                        select * from openness.offers where community_id = $1 and agreed
                        order by asked_at desc limit 1000""")
                .bind(0, community.value())
                .map(Offers::read)
                .all()
                .collectMap(Offer::number, it -> it);
    }

    static String print(String secret) {
        return Sha256.hex(secret);
    }

    private static Offer read(Readable row) {
        return new Offer(
                new CommunityId(text(row, "community_id")),
                text(row, "number"),
                text(row, "token"),
                text(row, "words"),
                text(row, "asked_by"),
                instant(row, "asked_at"),
                row.get("agreed", Boolean.class));
    }
}
