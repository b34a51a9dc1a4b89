package org.linli.outbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.channels.Content.Delivered.Counts;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What staff wrote to many, and how far it is.
@Component
public class LettersToMany {

    /// @param key    of the letter
    /// @param state  as the outbox names it: `due`, `sending`, `sent`, `arrived`, `held`, `failed`, `unknown` …
    /// @param reason why it is not sent; empty where nothing went wrong
    /// @param name   of those whom it is for
    /// @param counts as the platform tells them; `null` until it does
    public record ToMany(
            String key,
            Instant at,
            String state,
            String reason,
            String name,
            String words,
            @Nullable Counts counts) {

        @Override
        public String toString() {
            return "ToMany[" + key + "]";
        }
    }

    private static final int MOST = 10;

    private final DatabaseClient database;

    LettersToMany(DatabaseClient database) {
        this.database = database;
    }

    /// Begins the key of each letter that staff writes to many by this account.
    public static String keys(Account account) {
        return "many/" + account.channel() + "/" + account.id() + "/";
    }

    /// Whether one of this name was written already.
    public Mono<Boolean> has(Account account, UUID name) {
        return database.sql("select exists (select from outbox.letters where community_id = $1 and key = $2) as it")
                .bind("$1", account.community().value())
                .bind("$2", keys(account) + name)
                .mapValue(Boolean.class)
                .one();
    }

    /// The newest first, ten at most.
    public Flux<ToMany> of(Account account) {
        return database.sql("""
                        select l.key, l.created_at, l.state, coalesce(l.reason, '') as reason,
                               coalesce(l.facts->>'name', '') as name, coalesce(l.facts->>'words', '') as words,
                               d.total, d.filtered, d.reached, d.missed
                        from outbox.letters l
                        left join outbox.deliveries d
                          on d.community_id = l.community_id and d.key = l.key and d.total is not null
                        where l.community_id = $1 and l.account = $2 and l.template = 'to-many' and starts_with(l.key, $3)
                        order by l.id desc limit $4""")
                .bind("$1", account.community().value())
                .bind("$2", account.channel() + ":" + account.id())
                .bind("$3", keys(account))
                .bind("$4", MOST)
                .map(row -> new ToMany(
                        text(row, "key"),
                        instant(row, "created_at"),
                        text(row, "state"),
                        text(row, "reason"),
                        text(row, "name"),
                        text(row, "words"),
                        LetterHistory.counts(row)))
                .all();
    }
}
