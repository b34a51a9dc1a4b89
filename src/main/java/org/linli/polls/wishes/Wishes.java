package org.linli.polls.wishes;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.polls.PollRows;
import org.linli.polls.rounds.Wish;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Wishes that resemble what is proposed already, and whose writers are asked whether they mean the same: one a person,
/// the last, for a day.
@Component
public class Wishes {

    private static final Duration WAITS = Duration.ofDays(1);

    /// @param alike numbers of what it resembles
    public record Waiting(Wish wish, List<Integer> alike, Instant at) {

        @Override
        public String toString() {
            return "Waiting[]";
        }
    }

    private final DatabaseClient database;
    private final Clock clock;

    Wishes(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty where none waits.
    ///
    /// @param voter as a voter is called
    public Mono<Waiting> of(CommunityId community, String voter) {
        return database.sql("select * from polls.wishes where community_id = $1 and voter = $2 and at > $3")
                .bind("$1", community.value())
                .bind("$2", voter)
                .bind("$3", clock.instant().minus(WAITS).atOffset(UTC))
                .map(row -> new Waiting(
                        new Wish(
                                community,
                                text(row, "round"),
                                "",
                                text(row, "words"),
                                text(row, "place"),
                                text(row, "told_at"),
                                voter,
                                text(row, "send"),
                                List.of(PollRows.array(row, "pictures", String[].class)),
                                row.get("guess", Long.class)),
                        List.of(PollRows.array(row, "alike", Integer[].class)),
                        instant(row, "at")))
                .one();
    }
}
