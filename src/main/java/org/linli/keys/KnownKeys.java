package org.linli.keys;

import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells by its key who calls.
///
/// A key is `lk_`, the community's id, a dot, and 256 random bits: it says itself where to look for it.
@Component
public class KnownKeys {

    private static final String PREFIX = "lk_";

    /// When a key was used last is not written more often.
    private static final Duration EXACT = Duration.ofMinutes(1);

    private final DatabaseClient database;
    private final Clock clock;

    KnownKeys(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static String key(CommunityId community, String secret) {
        return PREFIX + community.value() + "." + secret;
    }

    static String print(String key) {
        return Secret.print(List.of(key));
    }

    /// Whose key this is. Empty for one that was never made, is revoked or has expired.
    public Mono<ApiKey> known(String key) {
        int dot = key.indexOf('.');
        return key.startsWith(PREFIX) && dot > PREFIX.length()
                ? Mono.fromCallable(() -> new CommunityId(key.substring(PREFIX.length(), dot)))
                        .onErrorComplete(IllegalArgumentException.class)
                        .flatMap(community -> known(community, key))
                : Mono.empty();
    }

    /// The same within one community, also for keys of the first kind, which do not say theirs.
    public Mono<ApiKey> known(CommunityId community, String key) {
        Instant now = clock.instant();
        return database.sql("select * from keys.keys where community_id = $1 and hash = $2 and revoked_at is null")
                .bind(0, community.value())
                .bind(1, print(key))
                .map(KeyColumns::read)
                .one()
                .filter(it -> it.isValid(now))
                .delayUntil(it -> used(it, now));
    }

    /// The one with this id. Empty where it was never made, is revoked or has expired.
    public Mono<ApiKey> valid(CommunityId community, String id) {
        return database.sql("select * from keys.keys where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(KeyColumns::read)
                .one()
                .filter(it -> it.isValid(clock.instant()));
    }

    /// Whose hand is behind a key: the member of staff who made it, or made the key that made it, and so on. Whoever is
    /// no key is behind themselves. Never empty.
    ///
    /// @param id of a key or of a member of staff
    public Mono<String> hand(CommunityId community, String id) {
        return database.sql("""
                        with recursive makers as (
                          select made_by from keys.keys where community_id = $1 and id = $2
                          union
                          select k.made_by from keys.keys k join makers m on k.community_id = $1 and k.id = m.made_by)
                        select made_by from makers m
                        where not exists (select from keys.keys k where k.community_id = $1 and k.id = m.made_by)""")
                .bind(0, community.value())
                .bind(1, id)
                .map(row -> text(row, "made_by"))
                .one()
                .defaultIfEmpty(id);
    }

    private Mono<Void> used(ApiKey key, Instant now) {
        var last = key.lastUsedAt();
        return last != null && last.isAfter(now.minus(EXACT))
                ? Mono.empty()
                : database.sql("update keys.keys set last_used_at = $3 where community_id = $1 and id = $2")
                        .bind(0, key.community().value())
                        .bind(1, key.id())
                        .bind(2, now.atOffset(ZoneOffset.UTC))
                        .then();
    }
}
