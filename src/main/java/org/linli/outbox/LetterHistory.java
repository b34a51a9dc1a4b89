package org.linli.outbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What happened to one letter, from the first attempt on.
@Component
public class LetterHistory {

    /// @param step   `sent`, `due`, `held`, `failed`, `unknown`, `confirmed`, `arrived`, `seen`, `released`, `retried`
    /// @param detail the way and the reason, or the platform's own words
    public record Step(Instant at, String step, String detail) {}

    private final DatabaseClient database;

    LetterHistory(DatabaseClient database) {
        this.database = database;
    }

    /// The oldest first; at most the newest hundred. Empty when nothing was tried yet.
    public Flux<Step> of(CommunityId community, String key) {
        return database.sql("""
                        select * from (
                            select id, at, step, detail from outbox.history
                            where community_id = $1 and key = $2 order by id desc limit 100) newest
                        order by id
                        """)
                .bind("$1", community.value())
                .bind("$2", key)
                .map(row -> new Step(instant(row, "at"), text(row, "step"), text(row, "detail")))
                .all();
    }
}
