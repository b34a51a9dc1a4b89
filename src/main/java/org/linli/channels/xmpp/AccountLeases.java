package org.linli.channels.xmpp;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which replica holds the connection of an account: one, until it has been silent for the length of the lease.
@Component
class AccountLeases {

    private static final String HOLD = """
            insert into xmpp.leases as l (community_id, account, holder, fence, held_until)
            values ($1, $2, $3, 1, clock_timestamp() + $4 * interval '1 millisecond')
            on conflict (community_id, account) do update
            set holder = excluded.holder, held_until = excluded.held_until,
                fence = l.fence + case when l.holder = excluded.holder then 0 else 1 end
            where l.holder = excluded.holder or l.held_until < clock_timestamp()
            returning fence
            """;

    private final String holder = UUID.randomUUID().toString();
    private final DatabaseClient database;
    private final XmppSettings settings;

    AccountLeases(DatabaseClient database, XmppSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// Takes or renews it.
    ///
    /// @return the fence: rises with every change of hands. Empty while another replica holds it
    Mono<Long> hold(XmppAccount account) {
        return database.sql(HOLD)
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, holder)
                .bind(3, settings.lease().toMillis())
                .map((Readable row) -> Columns.number(row, "fence"))
                .one();
    }

    /// So that nobody has to wait for the end of the lease.
    Mono<Void> release(XmppAccount account) {
        return database.sql("""
                        update xmpp.leases set held_until = '-infinity'
                        where community_id = $1 and account = $2 and holder = $3""")
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, holder)
                .then();
    }
}
