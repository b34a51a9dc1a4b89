package org.linli.channels.xmpp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers as whom we know somebody in a room, so that they stay the same person under another nickname.
///
/// Rooms that give no ids of occupants are not known here.
@Component
class KnowOccupants {

    private static final String KEEP = """
            insert into xmpp.occupants as known (community_id, account, room, occupant, person)
            values ($1, $2, $3, $4, $5)
            on conflict (community_id, account, room, occupant) do update set person = known.person
            returning person
            """;

    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final DatabaseClient database;

    KnowOccupants(DatabaseClient database) {
        this.database = database;
    }

    /// As whom we know them: the end of an address. Never empty.
    ///
    /// @param room     of ours
    /// @param occupant the room's id of them
    /// @param first    who they are when they are heard for the first time
    Mono<String> person(XmppAccount account, String room, String occupant, Supplier<Mono<String>> first) {
        String key = key(account, room) + occupant;
        return Mono.justOrEmpty(known.get(key))
                .switchIfEmpty(Mono.defer(() -> found(account, room, occupant)))
                .switchIfEmpty(Mono.defer(() -> first.get().flatMap(person -> kept(account, room, occupant, person))))
                .doOnNext(person -> known.put(key, person));
    }

    /// The room's id of whoever we know so. Empty where we know nobody so.
    Mono<String> occupant(XmppAccount account, String person) {
        return database.sql("""
                        select occupant from xmpp.occupants
                        where community_id = $1 and account = $2 and person = $3""")
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, plain(person))
                .map(row -> Columns.text(row, "occupant"))
                .one();
    }

    /// The room has given everybody other ids.
    Mono<Void> forget(XmppAccount account, String room) {
        return database.sql("delete from xmpp.occupants where community_id = $1 and account = $2 and room = $3")
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, room)
                .then()
                .then(Mono.fromRunnable(() -> known.keySet().removeIf(it -> it.startsWith(key(account, room)))));
    }

    private Mono<String> found(XmppAccount account, String room, String occupant) {
        return database.sql("""
                        select person from xmpp.occupants
                        where community_id = $1 and account = $2 and room = $3 and occupant = $4""")
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, room)
                .bind(3, plain(occupant))
                .map(row -> Columns.text(row, "person"))
                .one();
    }

    private Mono<String> kept(XmppAccount account, String room, String occupant, String person) {
        return database.sql(KEEP)
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, room)
                .bind(3, plain(occupant))
                .bind(4, plain(person))
                .map(row -> Columns.text(row, "person"))
                .one();
    }

    private static String key(XmppAccount account, String room) {
        return account.id() + " " + room + " ";
    }

    private static String plain(String text) {
        return text.replace("\0", "");
    }
}
