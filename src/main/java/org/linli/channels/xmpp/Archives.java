package org.linli.channels.xmpp;

import org.jxmpp.jid.EntityBareJid;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How far each archive has been read and kept.
@Component
class Archives {

    private static final String READ = """
            insert into xmpp.archives as a (community_id, account, archive, last, fence)
            values ($1, $2, $3, $4, $5)
            on conflict (community_id, account, archive) do update set last = excluded.last, fence = excluded.fence
            where a.fence <= excluded.fence
            """;

    private final DatabaseClient database;

    Archives(DatabaseClient database) {
        this.database = database;
    }

    /// The id of the newest message that is kept, an empty text where there was none yet. Empty where it was never
    /// read.
    Mono<String> last(XmppAccount account, EntityBareJid archive) {
        return database.sql("select last from xmpp.archives where community_id = $1 and account = $2 and archive = $3")
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, archive.toString())
                .map(row -> Columns.text(row, "last"))
                .one();
    }

    /// After what came up to there is committed. Signals [LeaseLost] when another replica reads by now.
    Mono<Void> read(Session session, EntityBareJid archive, String last) {
        return database.sql(READ)
                .bind(0, session.account().community())
                .bind(1, session.account().id())
                .bind(2, archive.toString())
                .bind(3, last.replace("\0", ""))
                .bind(4, session.fence())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0 ? Mono.error(LeaseLost::new) : Mono.empty());
    }
}
