package org.linli.cases;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Pictures that staff took. What is no picture is not kept, whatever its name says.
@Component
public class Pictures {

    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /// @param mediaType one that browsers show and do not run
    public record Picture(String mediaType, byte[] bytes) {
        @Override
        public String toString() {
            return "Picture[" + mediaType + ", " + bytes.length + " bytes]";
        }
    }

    private final DatabaseClient database;
    private final Clock clock;

    Pictures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Its id. Signals [NotAPicture] for anything but a JPEG, PNG or WebP of up to 5 MB.
    public Mono<String> keep(CommunityId community, byte[] bytes) {
        return Mono.fromCallable(() -> PictureKind.mediaType(bytes)).flatMap(type -> keep(community, type, bytes));
    }

    private Mono<String> keep(CommunityId community, String mediaType, byte[] bytes) {
        var id = UUID.randomUUID();
        return database.sql("insert into cases.pictures values ($1, $2, $3, $4, $5)")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, mediaType)
                .bind(3, bytes)
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .then()
                .thenReturn(id.toString());
    }

    /// Empty when there is none with this id in this community.
    public Mono<Picture> find(CommunityId community, UUID id) {
        return database.sql("select media_type, bytes from cases.pictures where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(row -> new Picture(text(row, "media_type"), requireNonNull(row.get("bytes", byte[].class))))
                .one();
    }
}
