package org.linli.channels.wecom.contact;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.linli.platform.database.Committed;
import org.linli.platform.jobs.Bells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The customer groups as we know them.
@Component
class CustomerGroups {

    /// Calls get lost: a group is read once a day all the same.
    private static final Duration UNCALLED = Duration.ofDays(1);

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST = 20;

    private static final String CHANGED = """
            insert into contact.groups (account, chat, changed_at, dismissed_at)
            values ($1, $2, $3, case when $4 then $3 end)
            on conflict (account, chat) do update
            set changed_at = excluded.changed_at,
                dismissed_at = coalesce(excluded.dismissed_at, contact.groups.dismissed_at)
            """;

    private static final String CLAIM = """
            with due as (
                select account, chat from contact.groups
                where account = any($1) and dismissed_at is null and (lease_until is null or lease_until < $2)
                  and (read_at is null or changed_at >= read_at or read_at < $3)
                order by changed_at limit $5 for update skip locked)
            update contact.groups g set lease_until = $4
            from due where g.account = due.account and g.chat = due.chat
            returning g.account, g.chat, g.members
            """;

    private static final String READ = """
            update contact.groups
            set name = $3, owner = $4, members = $5, read_at = $6, notice = $7, lease_until = null
            where account = $1 and chat = $2
            """;

    /// A group that is read now.
    ///
    /// @param members as they were when it was last read
    record Known(String account, String chat, Set<String> members) {}

    /// A group as the platform tells it.
    ///
    /// @param owner  a member of the corporation
    /// @param notice what the owner has pinned there; may be empty
    record Told(String name, String owner, String notice, Set<String> members) {}

    private final DatabaseClient database;
    private final Bells bells;
    private final Clock clock;

    CustomerGroups(DatabaseClient database, Bells bells, Clock clock) {
        this.database = database;
        this.bells = bells;
        this.clock = clock;
    }

    /// Committed when it completes.
    Mono<Void> changed(String account, String chat, boolean dismissed) {
        return database.sql(CHANGED)
                .bind("$1", account)
                .bind("$2", chat)
                .bind("$3", clock.instant().atOffset(UTC))
                .bind("$4", dismissed)
                .then()
                .doOnSuccess(_ -> bells.ring(ReadGroups.NAME));
    }

    /// Lets groups be read that were never spoken of.
    Mono<Void> know(String account, List<String> chats) {
        return database.sql("""
                        insert into contact.groups (account, chat, changed_at)
                        select $1, chat, $3 from unnest($2::text[]) chat on conflict do nothing""")
                .bind("$1", account)
                .bind("$2", chats.toArray(String[]::new))
                .bind("$3", clock.instant().atOffset(UTC))
                .then()
                .doOnSuccess(_ -> bells.ring(ReadGroups.NAME));
    }

    /// Those that may have changed, under a lease.
    Flux<Known> claim(List<String> accounts) {
        var now = clock.instant();
        return database.sql(CLAIM)
                .bind("$1", accounts.toArray(String[]::new))
                .bind("$2", now.atOffset(UTC))
                .bind("$3", now.minus(UNCALLED).atOffset(UTC))
                .bind("$4", now.plus(LEASE).atOffset(UTC))
                .bind("$5", MOST)
                .map(row -> new Known(
                        text(row, "account"),
                        text(row, "chat"),
                        Set.of(Objects.requireNonNull(row.get("members", String[].class)))))
                .all()
                .as(Committed::rows);
    }

    Mono<Void> read(Known group, Told told, Instant begun) {
        return database.sql(READ)
                .bind("$1", group.account())
                .bind("$2", group.chat())
                .bind("$3", told.name())
                .bind("$4", told.owner())
                .bind("$5", told.members().stream().sorted().toArray(String[]::new))
                .bind("$6", begun.atOffset(UTC))
                .bind("$7", told.notice())
                .then();
    }

    /// What is pinned in the groups of these accounts, by account and chat; without those where nothing is.
    Flux<Map.Entry<Chat, String>> notices(List<String> accounts) {
        return database.sql("""
                        select account, chat, notice from contact.groups
                        where account = any($1) and notice <> '' and dismissed_at is null""")
                .bind("$1", accounts.toArray(String[]::new))
                .map(row -> Map.entry(new Chat(text(row, "account"), text(row, "chat")), text(row, "notice")))
                .all();
    }

    record Chat(String account, String id) {}

    /// Who has to confirm what is sent there, without characters where the group is gone. Empty where it was never
    /// read.
    Mono<String> owner(String account, String chat) {
        return database.sql("""
                        select case when dismissed_at is null then owner else '' end as owner from contact.groups
                        where account = $1 and chat = $2 and (owner <> '' or dismissed_at is not null)""")
                .bind("$1", account)
                .bind("$2", chat)
                .map(row -> text(row, "owner"))
                .one();
    }
}
