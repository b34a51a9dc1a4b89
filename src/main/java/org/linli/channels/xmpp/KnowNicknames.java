package org.linli.channels.xmpp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jxmpp.jid.EntityBareJid;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers who was known first by each nickname, so that whoever takes it over inherits nothing: no home, no cases.
/// Whoever changes theirs stays who they were.
@Component
class KnowNicknames {

    private static final String FIRST = """
            insert into xmpp.nicknames as known (community_id, account, room, nick, occupant)
            values ($1, $2, $3, $4, $5)
            on conflict (community_id, account, room, nick) do update set occupant = known.occupant
            returning occupant
            """;

    // nobody is called nothing: under that stands the room's id of us
    private static final String FORGET = """
            delete from xmpp.nicknames n where community_id = $1 and account = $2 and room = $3 and exists (
                select from xmpp.nicknames o
                where o.community_id = n.community_id and o.account = n.account and o.room = n.room
                  and o.nick = '' and o.occupant <> $4)
            """;

    // who was first changes only when a room forgets
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final DatabaseClient database;
    private final KnowOccupants occupants;

    KnowNicknames(DatabaseClient database, KnowOccupants occupants) {
        this.database = database;
        this.occupants = occupants;
    }

    /// A room that was made anew, or lost what it makes ids of, gives other ids to the same people: to us too, which is
    /// how we notice. Then nobody there is known by a nickname, and whoever is heard first is again.
    ///
    /// @param ours the room's id of us; empty where it gives none
    Mono<Void> entered(XmppAccount account, EntityBareJid room, String ours) {
        return ours.isEmpty()
                ? Mono.empty()
                : database.sql(FORGET)
                        .bind(0, account.community())
                        .bind(1, account.id())
                        .bind(2, room.toString())
                        .bind(3, ours)
                        .fetch()
                        .rowsUpdated()
                        .filter(forgotten -> forgotten > 0)
                        .flatMap(_ -> occupants.forget(account, room.toString()))
                        .then(Mono.defer(() -> kept(account, room + "/", ours)))
                        .then(Mono.fromRunnable(() ->
                                known.keySet().removeIf(it -> it.startsWith(key(account, room + "/")))));
    }

    /// The message as of the one who has said it. Never empty.
    ///
    /// @param occupant the room's id of them; empty where it gives none: then the nickname alone counts
    Mono<Inbound> of(XmppAccount account, Inbound message, String occupant) {
        Address from = message.from();
        int slash = from.id().indexOf('/');
        return occupant.isEmpty() || slash < 0
                ? Mono.just(message)
                : occupants
                        .person(account, room(from.id()), occupant, () -> heardFirst(account, from, occupant))
                        .map(person -> message.by(Address.person(from.channel(), from.account(), person)));
    }

    private Mono<String> heardFirst(XmppAccount account, Address from, String occupant) {
        return first(account, from.id(), occupant)
                .map(first -> Nickname.address(from, occupant, first).id());
    }

    /// The room's id of who was known first by it. Empty where nobody was.
    Mono<String> firstOf(XmppAccount account, String nickname) {
        return Mono.justOrEmpty(known.get(key(account, nickname)))
                .switchIfEmpty(Mono.defer(() -> database.sql("""
                                select occupant from xmpp.nicknames
                                where community_id = $1 and account = $2 and room = $3 and nick = $4""")
                        .bind(0, account.community())
                        .bind(1, account.id())
                        .bind(2, room(nickname))
                        .bind(3, nick(nickname))
                        .map(row -> Columns.text(row, "occupant"))
                        .one()));
    }

    private Mono<String> first(XmppAccount account, String nickname, String occupant) {
        return Mono.justOrEmpty(known.get(key(account, nickname)))
                .switchIfEmpty(Mono.defer(() -> kept(account, nickname, occupant)))
                .doOnNext(first -> known.put(key(account, nickname), first));
    }

    private Mono<String> kept(XmppAccount account, String nickname, String occupant) {
        return database.sql(FIRST)
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, room(nickname))
                .bind(3, nick(nickname))
                .bind(4, occupant.replace("\0", ""))
                .map(row -> Columns.text(row, "occupant"))
                .one();
    }

    private static String key(XmppAccount account, String nickname) {
        return account.id() + " " + nickname;
    }

    private static String room(String nickname) {
        return nickname.substring(0, nickname.indexOf('/'));
    }

    private static String nick(String nickname) {
        return nickname.substring(nickname.indexOf('/') + 1).replace("\0", "");
    }
}
