package org.linli.media;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is to be fetched now, the longest waiting first; each thing by one replica at a time.
@Component
class MediaQueue {

    static final Duration LEASE = Duration.ofMinutes(3);

    private static final String LOOK = """
            select community_id, id from media.items
            where state = 'due' and not_before <= $1 and (lease_until is null or lease_until <= $1)
            order by not_before limit $2
            """;

    private static final String CLAIM = """
            with next as materialized (
                select id from media.items
                where community_id = $1 and id = any($2)
                  and state = 'due' and not_before <= $3 and (lease_until is null or lease_until <= $3)
                for update skip locked)
            update media.items i set attempt = i.attempt + 1, lease_until = $4
            from next where i.community_id = $1 and i.id = next.id
            returning i.community_id, i.id, i.kind, i.sender, i.media, i.url, i.tell, i.received_at, i.attempt
            """;

    /// One of a version to come is passed by: its lease lets the others go first.
    private static final Function<Readable, Optional<DueMedia>> KNOWN = Known.row("medium", MediaQueue::due);

    private final DatabaseClient database;
    private final Clock clock;

    MediaQueue(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Flux<DueMedia> claim(int most) {
        return LookThenClaim.all(look(most), this::claim);
    }

    private Flux<Seen<String>> look(int most) {
        return database.sql(LOOK)
                .bind("$1", clock.instant().atOffset(UTC))
                .bind("$2", most)
                .map(row -> Seen.of(row, "id"))
                .all();
    }

    private Flux<DueMedia> claim(CommunityId community, List<String> ids) {
        Instant now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", community.value())
                .bind("$2", ids.toArray(String[]::new))
                .bind("$3", now.atOffset(UTC))
                .bind("$4", now.plus(LEASE).atOffset(UTC))
                .map(KNOWN)
                .all()
                .concatMap(Mono::justOrEmpty);
    }

    private static DueMedia due(Readable row) {
        String tell = row.get("tell", String.class);
        return new DueMedia(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                MediaKind.valueOf(text(row, "kind")),
                Address.parse(text(row, "sender")),
                text(row, "media"),
                row.get("url", String.class),
                tell == null ? null : Address.parse(tell),
                instant(row, "received_at"),
                integer(row, "attempt"));
    }
}
