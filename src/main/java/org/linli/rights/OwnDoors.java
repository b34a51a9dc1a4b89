package org.linli.rights;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Links by which people get to their own page without a platform that says who they are.
@Component
public class OwnDoors {

    private final DatabaseClient database;
    private final Clock clock;

    OwnDoors(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Opens it, for the only time: of two who come at once one gets in. Empty where the link is wrong, used or too
    /// old.
    public Mono<Account.Person> open(CommunityId community, String secret) {
        return database.sql("""
                        delete from rights.doors where community_id = $1 and hash = $2 and until > $3
                        returning address""")
                .bind(0, community.value())
                .bind(1, OwnDoor.hash(secret))
                .bind(2, clock.instant().atOffset(UTC))
                .map(row -> new Account.Person(community, Address.parse(text(row, "address"))))
                .one();
    }
}
