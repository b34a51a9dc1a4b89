package org.linli.channels.webchat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Pictures that visitors attached. Each belongs to a room and is shown only there.
@Component
class Pictures {

    record Picture(MediaType kind, byte[] bytes) {

        /// By its first bytes, whatever the sender calls it. Empty when it is neither JPEG nor PNG.
        static Optional<Picture> of(byte[] bytes) {
            if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
                return Optional.of(new Picture(MediaType.IMAGE_JPEG, bytes));
            }
            boolean png = startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
            return png ? Optional.of(new Picture(MediaType.IMAGE_PNG, bytes)) : Optional.empty();
        }

        private static boolean startsWith(byte[] bytes, int... signature) {
            for (int i = 0; i < signature.length; i++) {
                if (i >= bytes.length || (bytes[i] & 0xff) != signature[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final DatabaseClient database;
    private final Clock clock;

    Pictures(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Safe to repeat: the first one with this id stays.
    Mono<Void> add(RoomKey room, String id, Picture picture) {
        return database.sql("""
                        insert into webchat.pictures (community_id, room, id, kind, bytes, at)
                        values ($1, $2, $3, $4, $5, $6) on conflict do nothing""")
                .bind(0, room.community().value())
                .bind(1, room.room())
                .bind(2, id)
                .bind(3, picture.kind().toString())
                .bind(4, picture.bytes())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// Never empty.
    Mono<Boolean> has(RoomKey room, String id) {
        return database.sql("select 1 from webchat.pictures where community_id = $1 and room = $2 and id = $3")
                .bind(0, room.community().value())
                .bind(1, room.room())
                .bind(2, id)
                .map(_ -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /// Empty when the room has none with this id.
    Mono<Picture> find(RoomKey room, String id) {
        return database.sql("""
                        select kind, bytes from webchat.pictures
                        where community_id = $1 and room = $2 and id = $3""")
                .bind(0, room.community().value())
                .bind(1, room.room())
                .bind(2, id)
                .map(row -> new Picture(
                        MediaType.valueOf(Columns.text(row, "kind")), bytes(row.get("bytes", byte[].class))))
                .one();
    }

    private static byte[] bytes(byte @Nullable [] stored) {
        return stored == null ? new byte[0] : stored;
    }
}
