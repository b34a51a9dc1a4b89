package org.linli.polls;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who was asked which of several votes they mean, and what they chose: one a person, the last, for half an hour. Says
/// nothing of what anybody votes.
@Component
public class Picks {

    static final Duration WAITS = Duration.ofMinutes(30);

    /// @param listed ids of the votes, as they were listed
    /// @param chosen the id of one of them; empty: none yet
    /// @param at     when it was asked, or chosen
    public record Pick(List<String> listed, String chosen, Instant at) {

        public Pick {
            listed = List.copyOf(listed);
        }
    }

    private final DatabaseClient database;
    private final Clock clock;

    Picks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Empty where nothing was asked lately.
    ///
    /// @param voter as a voter is called
    public Mono<Pick> of(CommunityId community, String voter) {
        return database.sql(
                        "select listed, chosen, at from polls.picks where community_id = $1 and voter = $2 and at > $3")
                .bind("$1", community.value())
                .bind("$2", voter)
                .bind("$3", clock.instant().minus(WAITS).atOffset(UTC))
                .map(row -> new Pick(
                        List.of(PollRows.array(row, "listed", String[].class)),
                        text(row, "chosen"),
                        instant(row, "at")))
                .one();
    }
}
