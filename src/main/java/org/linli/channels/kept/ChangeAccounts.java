package org.linli.channels.kept;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.channels.ChannelId;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.redis.Live;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Makes, changes and removes accounts: noted in the audit trail without any value, in force here at its end and on
/// other replicas within seconds. Whether the fields are right was asked before, of [AccountKind#wrong].
@Component
public class ChangeAccounts {

    private static final int ID = 16;

    private final DatabaseClient database;
    private final KeptFields fields;
    private final KeptAccounts accounts;
    private final TransactionalOperator transaction;
    private final Effects effects;
    private final Live live;
    private final Clock clock;

    ChangeAccounts(
            DatabaseClient database,
            KeptFields fields,
            KeptAccounts accounts,
            TransactionalOperator transaction,
            Effects effects,
            Live live,
            Clock clock) {
        this.database = database;
        this.fields = fields;
        this.accounts = accounts;
        this.transaction = transaction;
        this.effects = effects;
        this.live = live;
        this.clock = clock;
    }

    /// One that is not there yet, under an id drawn by lot.
    public static KeptAccount fresh(CommunityId community, ChannelId channel, String name, Map<String, String> fields) {
        return fresh(community, channel, UUID.randomUUID(), name, fields);
    }

    /// The same, so that it is the same one whenever it is made of the same lot.
    public static KeptAccount fresh(
            CommunityId community, ChannelId channel, UUID lot, String name, Map<String, String> fields) {
        String id = lot.toString().replace("-", "").substring(0, ID);
        return new KeptAccount(community, channel, id, name, fields, 1);
    }

    /// Never empty: whether it was made. It is not where it is there already.
    ///
    /// @param by the staff member's id
    public Mono<Boolean> make(String by, KeptAccount account) {
        return written(
                by,
                account,
                "made",
                database.sql("""
            insert into accounts.kept (community_id, channel, id, name, fields, made_by, made_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""")
                        .bind(3, account.name())
                        .bind(4, fields.sealed(account))
                        .bind(5, by)
                        .bind(6, clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /// Never empty: whether it was done. It is not where somebody changed the account meanwhile.
    ///
    /// @param before as it was looked at
    public Mono<Boolean> change(String by, KeptAccount before, KeptAccount after) {
        return written(
                by,
                after,
                "changed: " + different(before, after),
                database.sql("""
            update accounts.kept set name = $4, fields = $5, version = version + 1
            where community_id = $1 and channel = $2 and id = $3 and version = $6 and removed_at is null""")
                        .bind(3, after.name())
                        .bind(4, fields.sealed(after))
                        .bind(5, before.version()));
    }

    /// It is called and calls no more; what was written to it is refused as from an unknown account. Never empty.
    public Mono<Boolean> remove(String by, KeptAccount account) {
        return written(
                by,
                account,
                "removed",
                database.sql("""
            update accounts.kept set removed_at = $4, version = version + 1
            where community_id = $1 and channel = $2 and id = $3 and removed_at is null""").bind(3, clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /// Takes the removal back. Never empty: whether there was something to bring back.
    public Mono<Boolean> bringBack(String by, CommunityId community, ChannelId channel, String id) {
        var account = new KeptAccount(community, channel, id, "", Map.of(), 0);
        return written(by, account, "brought back", database.sql("""
            update accounts.kept set removed_at = null, version = version + 1
            where community_id = $1 and channel = $2 and id = $3 and removed_at is not null"""));
    }

    private Mono<Boolean> written(
            String by, KeptAccount account, String detail, DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .bind(0, account.community().value())
                .bind(1, account.channel().value())
                .bind(2, account.id())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .delayUntil(_ -> effects.commit(List.of(noted(by, account, detail, clock.instant()))))
                .as(transaction::transactional)
                .delayUntil(_ -> accounts.renew())
                .delayUntil(_ -> live.say(HearOfAccounts.TOPIC, account.id()))
                .hasElement();
    }

    private static Noted noted(String by, KeptAccount it, String detail, Instant now) {
        String about = "channel/%s/%s".formatted(it.channel(), it.id());
        return new Noted(it.community(), by, Noted.Kind.SETTING_CHANGED, about, detail, now);
    }

    /// The names of the fields that differ.
    private static String different(KeptAccount before, KeptAccount after) {
        var names = new TreeSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        return names.stream()
                .filter(it -> !before.field(it).equals(after.field(it)))
                .collect(Collectors.joining(", "));
    }
}
