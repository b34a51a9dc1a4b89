package org.linli.channels.xmpp;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which replica holds the connection of an account: one, until it has been silent for the length of the lease.
@Component
class AccountLeases {

    private static final String HOLD = """
            insert into xmpp.leases as l (community_id, account, holder, fence, held_until, trouble, troubled_since)
            values ($1, $2, $3, 1, clock_timestamp() + $4 * interval '1 millisecond', $5,
                case when $5 <> '' then clock_timestamp() end)
            on conflict (community_id, account) do update
            set holder = excluded.holder, held_until = excluded.held_until, trouble = excluded.trouble,
                troubled_since = case when excluded.trouble <> ''
                    then coalesce(l.troubled_since, excluded.troubled_since) end,
                fence = l.fence + case when l.holder = excluded.holder then 0 else 1 end
            where l.holder = excluded.holder or l.held_until < clock_timestamp()
            returning fence
            """;

    /// Servers restart, lines break: nobody has to look before that.
    static final Duration LASTING = Duration.ofMinutes(1);

    private final String holder = UUID.randomUUID().toString();
    private final DatabaseClient database;
    private final XmppSettings settings;

    AccountLeases(DatabaseClient database, XmppSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// Takes or renews it.
    ///
    /// @param trouble what keeps this replica from being connected; empty where nothing does
    /// @return the fence: rises with every change of hands. Empty while another replica holds it
    Mono<Long> hold(XmppAccount account, String trouble) {
        return database.sql(HOLD)
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, holder)
                .bind(3, settings.lease().toMillis())
                .bind(4, trouble)
                .map((Readable row) -> Columns.number(row, "fence"))
                .one();
    }

    /// What has kept the account from being connected for a while, wherever it is held; empty where nothing has.
    Mono<Lasting> trouble(XmppAccount account) {
        return database.sql("""
                        select trouble, troubled_since from xmpp.leases
                        where community_id = $1 and account = $2 and trouble <> ''
                          and troubled_since < clock_timestamp() - $3 * interval '1 millisecond'""")
                .bind(0, account.community())
                .bind(1, account.id())
                .bind(2, LASTING.toMillis())
                .map((Readable row) ->
                        new Lasting(Columns.text(row, "trouble"), Columns.instant(row, "troubled_since")))
                .one();
    }

    record Lasting(String trouble, Instant since) {}

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
