package org.linli.cases.web;

import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;

import java.time.Duration;
import java.util.List;
import org.linli.standin.StandIns;
import org.springframework.r2dbc.core.DatabaseClient;

/// Two followers of the demo's official account, who live in its sixth building.
public final class TwoFollowers {

    private TwoFollowers() {}

    public static void come(StandIns standIns, DatabaseClient database) {
        var wechat = standIns.named("wechat").orElseThrow().platform();
        for (String who : List.of("oMany1", "oMany2")) {
            wechat.play(who, "follow", "");
            completed(database.sql("""
                            insert into community.residents (community_id, id, name, home, verified)
                            values ('lm', $1, $1, 'b6', false) on conflict do nothing""").bind("$1", who).then());
            completed(database.sql("""
                            insert into community.identities (community_id, address, resident)
                            values ('lm', 'wechat:demo:person:' || $1, $1) on conflict do nothing""").bind("$1", who).then());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> number(database, """
                        select count(*) n from community.reaches
                        where address like 'wechat:demo:person:oMany%' and reached""") == 2);
    }

    /// With what was written to them.
    public static void go(DatabaseClient database) {
        for (String forgotten : List.of(
                "delete from community.identities where address like 'wechat:demo:person:oMany%'",
                "delete from community.residents where id like 'oMany%'",
                "delete from outbox.letters where template = 'to-many'",
                "delete from ledger.counters where name = 'wechat.mass'")) {
            completed(database.sql(forgotten).then());
        }
    }
}
