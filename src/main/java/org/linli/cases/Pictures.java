package org.linli.cases;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Pictures that staff took: [PictureKept].
@Component
public class Pictures {

    private static final Duration SHARED_FOR = Duration.ofDays(90);

    /// @param mediaType one that browsers show and do not run
    public record Picture(String mediaType, byte[] bytes) {
        @Override
        public String toString() {
            return "Picture[" + mediaType + ", " + bytes.length + " bytes]";
        }
    }

    /// A picture before it is read.
    ///
    /// @param bytes how many they are
    public record Measured(UUID id, String mediaType, long bytes) {}

    private final DatabaseClient database;
    private final Clock clock;

    Pictures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty when there is none with this id in this community.
    public Mono<Picture> find(CommunityId community, UUID id) {
        return database.sql("select media_type, bytes from cases.pictures where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(Pictures::picture)
                .one();
    }

    /// Those of them that are there, without reading what they show; by id.
    public Mono<Map<UUID, Measured>> measure(CommunityId community, Collection<UUID> ids) {
        return database.sql("""
                        select id, media_type, octet_length(bytes)::bigint as size from cases.pictures
                        where community_id = $1 and id = any($2)""")
                .bind(0, community.value())
                .bind(1, ids.toArray(UUID[]::new))
                .map(row -> new Measured(
                        requireNonNull(row.get("id", UUID.class)), text(row, "media_type"), number(row, "size")))
                .all()
                .collectMap(Measured::id);
    }

    /// Like [#find], for those who were sent the link: only pictures of a result, and so long as somebody may look back
    /// at it.
    public Mono<Picture> shared(CommunityId community, String number, UUID id) {
        return database.sql("""
                        select media_type, bytes from cases.pictures p
                        where community_id = $1 and id = $2 and kept_at > $3 and exists (
                          select from cases.steps s where s.community_id = p.community_id and s.number = $4
                            and s.kind = 'RESOLVED' and $5 = any(s.pictures))""")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, clock.instant().minus(SHARED_FOR).atOffset(ZoneOffset.UTC))
                .bind(3, number)
                .bind(4, id.toString())
                .map(Pictures::picture)
                .one();
    }

    private static Picture picture(Readable row) {
        return new Picture(text(row, "media_type"), requireNonNull(row.get("bytes", byte[].class)));
    }
}
