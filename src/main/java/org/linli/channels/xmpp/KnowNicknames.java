package org.linli.channels.xmpp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers who was known first by each nickname, so that whoever takes it over inherits nothing: no home, no cases.
@Component
class KnowNicknames {

    private static final String FIRST = """
            insert into xmpp.nicknames as known (community_id, account, room, nick, occupant)
            values ($1, $2, $3, $4, $5)
            on conflict (community_id, account, room, nick) do update set occupant = known.occupant
            returning occupant
            """;

    // who was first never changes
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final DatabaseClient database;

    KnowNicknames(DatabaseClient database) {
        this.database = database;
    }

    /// The message as of the one who has said it. Never empty.
    ///
    /// @param occupant the room's id of them; empty where it gives none: then the nickname alone counts
    Mono<Inbound> of(XmppAccount account, Inbound message, String occupant) {
        Address from = message.from();
        int slash = from.id().indexOf('/');
        return occupant.isEmpty() || slash < 0
                ? Mono.just(message)
                : first(account, from.id(), occupant)
                        .map(first -> from(message, Nickname.address(from, occupant, first)));
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

    private static Inbound from(Inbound message, Address who) {
        return new Inbound(
                message.community(),
                message.platformId(),
                who,
                message.group(),
                message.mentioned(),
                message.content(),
                message.sentAt());
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
