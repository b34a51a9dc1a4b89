package org.linli.channels.webchat;

import java.util.List;
import org.linli.platform.database.Columns;
import org.linli.platform.jobs.Coalesced;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How far each room has come. Everybody who watches a room asks every few seconds, so many ask in one statement.
@Component
class Newest {

    private static final int MOST_AT_ONCE = 512;
    private static final int READS_ABREAST = 2;

    private final DatabaseClient database;
    private final Coalesced<RoomKey, Long> asked = new Coalesced<>(MOST_AT_ONCE, READS_ABREAST, this::together);

    Newest(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty: the number of the newest committed line; zero where nothing was said.
    Mono<Long> in(RoomKey room) {
        return asked.call(room);
    }

    private Mono<List<Long>> together(List<RoomKey> rooms) {
        return database.sql("""
                        select coalesce(r.last, 0) as last
                        from unnest($1::text[], $2::text[]) with ordinality as asked (community_id, room, n)
                        left join webchat.rooms r using (community_id, room)
                        order by asked.n""")
                .bind(0, rooms.stream().map(it -> it.community().value()).toArray(String[]::new))
                .bind(1, rooms.stream().map(RoomKey::room).toArray(String[]::new))
                .map(row -> Columns.number(row, "last"))
                .all()
                .collectList();
    }
}
