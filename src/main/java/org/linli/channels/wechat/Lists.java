package org.linli.channels.wechat;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Followers who are written to together, by the name of their list.
@Component
class Lists implements ListMembers {

    /// The platform's page "根据 OpenID 列表群发".
    static final int FEWEST = 2;

    static final int MOST = 10_000;

    static final Duration KEPT_FOR = Duration.ofDays(90);

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Lists(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// In the place of those who were there; lists that are old are forgotten by the way.
    Mono<Void> keep(WechatAccount account, String name, List<String> openids) {
        var now = clock.instant();
        return database.sql("""
                        delete from wechat.lists
                        where community_id = $1 and account = $2 and (name = $3 or kept_at < $4)""")
                .bind("$1", account.community())
                .bind("$2", account.id())
                .bind("$3", name)
                .bind("$4", now.minus(KEPT_FOR).atOffset(UTC))
                .then()
                .then(database.sql("""
                                insert into wechat.lists (community_id, account, name, openid, kept_at)
                                select $1, $2, $3, openid, $5 from unnest($4::text[]) as it (openid)
                                on conflict do nothing""")
                        .bind("$1", account.community())
                        .bind("$2", account.id())
                        .bind("$3", name)
                        .bind("$4", openids.toArray(String[]::new))
                        .bind("$5", now.atOffset(UTC))
                        .then())
                .as(transaction::transactional);
    }

    @Override
    public Mono<List<String>> openids(WechatAccount account, String name) {
        return database.sql("""
                        select openid from wechat.lists
                        where community_id = $1 and account = $2 and name = $3 order by openid""")
                .bind("$1", account.community())
                .bind("$2", account.id())
                .bind("$3", name)
                .mapValue(String.class)
                .all()
                .collectList();
    }
}
