package org.linli.outbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Content.Delivered.Counts;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What happened to one letter, from the first attempt on.
@Component
public class LetterHistory {

    /// @param step   `sent`, `due`, `held`, `failed`, `unknown`, `confirmed`, `arrived`, `seen`, `released`, `retried`
    /// @param detail the way and the reason, or the platform's own words
    /// @param counts of a message to many, as the platform tells them; `null` for all others
    public record Step(
            Instant at,
            String step,
            String detail,
            @Nullable Counts counts) {}

    private final DatabaseClient database;

    LetterHistory(DatabaseClient database) {
        this.database = database;
    }

    /// The oldest first; at most the newest hundred. Empty when nothing was tried yet.
    public Flux<Step> of(CommunityId community, String key) {
        return database.sql("""
                        select * from (
                            select id, at, step, detail, total, filtered, reached, missed from outbox.history
                            where community_id = $1 and key = $2 order by id desc limit 100) newest
                        order by id
                        """)
                .bind("$1", community.value())
                .bind("$2", key)
                .map(row -> new Step(instant(row, "at"), text(row, "step"), text(row, "detail"), counts(row)))
                .all();
    }

    static @Nullable Counts counts(Readable row) {
        Long total = row.get("total", Long.class);
        return total == null
                ? null
                : new Counts(total, number(row, "filtered"), number(row, "reached"), number(row, "missed"));
    }
}
