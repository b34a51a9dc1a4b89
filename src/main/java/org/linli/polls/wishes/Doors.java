package org.linli.polls.wishes;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.signing.Sha256;
import org.linli.web.PublicAddress;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Links to a resident's own page about proposals, on whatever channel they are: told in private, good for ninety days.
/// Whoever has the link proposes as they do. Only its hash is stored.
@Component
public class Doors {

    static final Duration KEPT = Duration.ofDays(90);
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Who comes by a link.
    ///
    /// @param voter  as a voter is called
    /// @param toldAt the address at which they were given it
    public record Comer(CommunityId community, String voter, String toldAt) {

        @Override
        public String toString() {
            return "Comer[]";
        }
    }

    /// @param link   the whole one; empty where nobody has said under which address we are reached
    /// @param effect has to be committed before the link opens anything
    public record Door(String path, String link, Effect effect) {

        @Override
        public String toString() {
            return "Door[]";
        }
    }

    private final DatabaseClient database;
    private final PublicAddress address;
    private final Clock clock;

    Doors(DatabaseClient database, PublicAddress address, Clock clock) {
        this.database = database;
        this.address = address;
        this.clock = clock;
    }

    /// A new one each time. Never empty.
    public Mono<Door> open(CommunityId community, String voter, Address toldAt) {
        return fresh().map(ticket -> {
            String path = "/propose/%s/%s".formatted(community.value(), ticket);
            var comer = new Comer(community, voter, toldAt.text());
            return new Door(
                    path, address.of(path).orElse(""), new DoorGiven(comer, Sha256.hex(ticket), clock.instant()));
        });
    }

    /// Empty for a link that opens nothing (any more).
    public Mono<Comer> comer(CommunityId community, String ticket) {
        return database.sql(
                        "select voter, told_at from polls.doors where community_id = $1 and ticket = $2 and at > $3")
                .bind("$1", community.value())
                .bind("$2", Sha256.hex(ticket))
                .bind("$3", clock.instant().minus(KEPT).atOffset(UTC))
                .map(row -> new Comer(community, text(row, "voter"), text(row, "told_at")))
                .one();
    }

    /// 160 random bits. A system may wait for them, so not on the caller's thread.
    private static Mono<String> fresh() {
        return Mono.fromCallable(() -> {
                    byte[] bytes = new byte[20];
                    RANDOM.nextBytes(bytes);
                    return HexFormat.of().formatHex(bytes);
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
