package org.linli.ledger;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Instant;
import org.linli.channels.Account;
import org.linli.channels.Allowance.Quota;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What one of our accounts has used up and what is closed to it, to be looked at.
@Component
public class Uses {

    /// @param name  an [org.linli.channels.Allowance#name]
    /// @param until when it begins anew
    public record Used(String name, int used, Instant until) {}

    /// What is left of a quota.
    ///
    /// @param until when it begins anew
    public record Left(Quota quota, int left, Instant until) {}

    /// @param way a [org.linli.channels.Way#id]
    public record Closed(String way, Instant until) {}

    private final DatabaseClient database;
    private final Clock clock;

    Uses(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The quotas of the account that run now. Empty when nothing was drawn.
    public Flux<Used> used(Account account) {
        return select(account, """
                select name, used, until from ledger.counters
                where community_id = $1 and scope = $2 and until > $3 order by name
                """)
                .map(row -> new Used(text(row, "name"), integer(row, "used"), instant(row, "until")))
                .all();
    }

    /// Never empty.
    public Mono<Left> left(Account account, Quota quota) {
        var slot = Slot.of(account.community(), quota, clock.instant());
        return database.sql("""
                        select used from ledger.counters
                        where community_id = $1 and name = $2 and scope = $3 and slot = $4""")
                .bind("$1", slot.community().value())
                .bind("$2", slot.name())
                .bind("$3", slot.scope().of())
                .bind("$4", slot.slot())
                .mapValue(Integer.class)
                .one()
                .defaultIfEmpty(0)
                .map(used -> new Left(quota, Math.max(0, quota.most() - used), slot.until()));
    }

    /// The ways that the platform has closed to the account.
    public Flux<Closed> closed(Account account) {
        return select(account, """
                select way, until from ledger.closings
                where community_id = $1 and scope = $2 and until > $3 order by way
                """)
                .map(row -> new Closed(text(row, "way"), instant(row, "until")))
                .all();
    }

    private DatabaseClient.GenericExecuteSpec select(Account account, String sql) {
        return database.sql(sql)
                .bind("$1", account.community().value())
                .bind("$2", account.channel() + ":" + account.id())
                .bind("$3", clock.instant().atOffset(UTC));
    }
}
