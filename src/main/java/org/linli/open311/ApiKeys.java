package org.linli.open311;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The keys by which programs of others are known. A key is shown once; only its print is kept.
@Component
public class ApiKeys {

    private static final String PREFIX = "lk_";

    private final DatabaseClient database;
    private final Notes notes;
    private final Clock clock;

    ApiKeys(DatabaseClient database, Notes notes, Clock clock) {
        this.database = database;
        this.notes = notes;
        this.clock = clock;
    }

    /// The key, for the only time. Never empty.
    ///
    /// @param name of the program
    public Mono<String> make(StaffMember by, String name) {
        String key = PREFIX + Secret.text();
        String id = UUID.randomUUID().toString();
        return notes.setting(by, "open311-key/" + id, "made")
                .then(write(by, id, name, key))
                .thenReturn(key);
    }

    private Mono<Void> write(StaffMember by, String id, String name, String key) {
        return database.sql("""
                        insert into open311.keys (community_id, id, name, hash, made_by, made_at)
                        values ($1, $2, $3, $4, $5, $6)""")
                .bind(0, by.community().value())
                .bind(1, id)
                .bind(2, name)
                .bind(3, print(key))
                .bind(4, by.id())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// Whose key this is. Empty for one that was never made for this community, or is revoked.
    public Mono<ApiKey> known(CommunityId community, String key) {
        return database.sql("""
                        select * from open311.keys where community_id = $1 and hash = $2 and revoked_at is null""")
                .bind(0, community.value())
                .bind(1, print(key))
                .map(ApiKeys::read)
                .one();
    }

    /// The latest first.
    public Flux<ApiKey> all(CommunityId community) {
        return database.sql("select * from open311.keys where community_id = $1 order by made_at desc, id")
                .bind(0, community.value())
                .map(ApiKeys::read)
                .all();
    }

    /// Whether it was valid until now. Never empty.
    public Mono<Boolean> revoke(StaffMember by, String id) {
        return notes.setting(by, "open311-key/" + id, "revoked").then(revoke(by.community(), id));
    }

    private Mono<Boolean> revoke(CommunityId community, String id) {
        return database.sql("""
                        update open311.keys set revoked_at = $3
                        where community_id = $1 and id = $2 and revoked_at is null""")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static String print(String key) {
        return Secret.print(List.of(key));
    }

    private static ApiKey read(Readable row) {
        return new ApiKey(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                text(row, "name"),
                text(row, "made_by"),
                instant(row, "made_at"),
                instantOrNull(row, "revoked_at"));
    }
}
