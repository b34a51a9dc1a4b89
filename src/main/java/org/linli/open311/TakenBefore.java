package org.linli.open311;

import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.linli.keys.ApiKey;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What clients were answered before.
@Component
class TakenBefore {

    static final Duration SAME_WITHIN = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Clock clock;

    TakenBefore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The case of the same call within a day. Empty for a new one.
    Mono<String> number(ApiKey client, String fingerprint) {
        return database.sql("""
            select number from open311.taken
            where community_id = $1 and client = $2 and fingerprint = $3 and taken_at >= $4""")
                .bind(0, client.community().value())
                .bind(1, client.id())
                .bind(2, fingerprint)
                .bind(3, clock.instant().minus(SAME_WITHIN).atOffset(ZoneOffset.UTC))
                .mapValue(String.class)
                .one();
    }

    /// Whether this client reported that case. Never empty.
    Mono<Boolean> isOf(ApiKey client, String number) {
        return database.sql("""
            select exists (select from open311.taken
            where community_id = $1 and client = $2 and number = $3 and kind = 'request') as it""")
                .bind(0, client.community().value())
                .bind(1, client.id())
                .bind(2, number)
                .mapValue(Boolean.class)
                .one();
    }

    /// What was first reported of each, masked; cases that nobody reported from outside are missing. Never empty.
    Mono<Map<String, String>> descriptions(CommunityId community, Collection<String> numbers) {
        return database.sql("""
            select distinct on (number) number, description from open311.taken
            where community_id = $1 and number = any($2) and kind = 'request' order by number, taken_at""")
                .bind(0, community.value())
                .bind(1, numbers.toArray(String[]::new))
                .map(row -> Map.entry(text(row, "number"), text(row, "description")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
