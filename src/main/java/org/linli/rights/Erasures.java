package org.linli.rights;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Who wanted to be forgotten and how far that is, as staff sees it: without who they are.
@Component
public class Erasures {

    private static final int MOST = 50;

    /// @param by      a staff member's id; empty: the person asked
    /// @param waiting tables that cannot be erased yet
    /// @param doneAt  `null` until nothing is left
    public record Line(
            String id,
            String by,
            String reason,
            Instant at,
            List<String> waiting,
            @Nullable Instant doneAt) {

        /// `done`, `waits` for what cannot be erased yet, or `due`.
        public String state() {
            if (doneAt != null) {
                return "done";
            }
            return waiting.isEmpty() ? "due" : "waits";
        }
    }

    private final DatabaseClient database;

    Erasures(DatabaseClient database) {
        this.database = database;
    }

    /// The newest first.
    public Flux<Line> all(CommunityId community) {
        return database.sql("""
                        select id, asked_by, reason, asked_at, waiting, done_at from rights.erasures
                        where community_id = $1 order by asked_at desc limit $2""")
                .bind(0, community.value())
                .bind(1, MOST)
                .map(Erasures::line)
                .all();
    }

    /// The same, of those that were asked for before one.
    ///
    /// @param at   when that one was, and its id
    /// @param most how many
    public Flux<Line> before(CommunityId community, Instant at, String id, int most) {
        return database.sql("""
                        select id, asked_by, reason, asked_at, waiting, done_at from rights.erasures
                        where community_id = $1 and (asked_at, id) < ($2, $3)
                        order by asked_at desc, id desc limit $4""")
                .bind(0, community.value())
                .bind(1, at.atOffset(UTC))
                .bind(2, id)
                .bind(3, most)
                .map(Erasures::line)
                .all();
    }

    private static Line line(Readable row) {
        return new Line(
                text(row, "id"),
                text(row, "asked_by"),
                text(row, "reason"),
                instant(row, "asked_at"),
                waiting(row),
                instantOrNull(row, "done_at"));
    }

    static List<String> waiting(Readable row) {
        var waiting = row.get("waiting", String[].class);
        return waiting == null ? List.of() : List.of(waiting);
    }
}
