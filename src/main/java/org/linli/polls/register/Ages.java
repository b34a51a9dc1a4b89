package org.linli.polls.register;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// When residents were born, as far as they said it.
@Component
public class Ages {

    private final DatabaseClient database;

    Ages(DatabaseClient database) {
        this.database = database;
    }

    /// By the ids of residents; those who were never asked are missing. Never empty; the map may be.
    public Mono<Map<String, Age>> of(CommunityId community) {
        return database.sql("select resident, born, seen_by from polls.ages where community_id = $1")
                .bind("$1", community.value())
                .map(row -> Map.entry(
                        text(row, "resident"),
                        new Age(
                                row.get("born", LocalDate.class),
                                !text(row, "seen_by").isEmpty())))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// When this resident was asked. Empty where they were not, or have said it.
    public Mono<Instant> askedAt(CommunityId community, String resident) {
        return database.sql("""
                        select said_at from polls.ages where community_id = $1 and resident = $2 and born is null""")
                .bind("$1", community.value())
                .bind("$2", resident)
                .map(row -> instant(row, "said_at"))
                .one();
    }

    /// Somebody of the staff has seen a document with this very birthday. Signals [Conflict] where something else was
    /// said meanwhile.
    public Mono<Void> seen(CommunityId community, String resident, LocalDate born, String by) {
        return database.sql("""
                        update polls.ages set seen_by = $4
                        where community_id = $1 and resident = $2 and born = $3""")
                .bind("$1", community.value())
                .bind("$2", resident)
                .bind("$3", born)
                .bind("$4", by)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("an age")))
                .then();
    }
}
