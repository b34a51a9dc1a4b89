package org.linli.polls;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.platform.database.Committed;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Reminds those in a frozen register who have not voted: nobody twice within a day, whatever the clock shows. What
/// broke off is taken up again within that day; after it, a reminder is a new one. They learn nothing of the others.
@Service
public class RemindVoters {

    private static final Duration ONCE_IN = Duration.ofDays(1);

    /// Of two at the same moment the second waits for the first, and takes part in its reminder.
    private static final String BEGIN = """
            update polls.polls set reminding_since =
              case when reminding_since > $3::timestamptz - make_interval(secs => $4) then reminding_since else $3 end
            where community_id = $1 and id = $2 returning reminding_since
            """;

    private final WriteToVoters voters;
    private final DatabaseClient database;
    private final Clock clock;

    RemindVoters(WriteToVoters voters, DatabaseClient database, Clock clock) {
        this.voters = voters;
        this.database = database;
        this.clock = clock;
    }

    /// Never empty: how many voters this reminder has reached so far; none once the vote is over.
    public Mono<Integer> remind(Poll poll) {
        return poll.takesBallots(clock.instant()) && poll.electorate().frozen()
                ? begun(poll).flatMap(since -> voters.write(poll, "poll-remind", "/" + since.getEpochSecond()))
                : Mono.just(0);
    }

    /// When the reminder began that is due now.
    private Mono<Instant> begun(Poll poll) {
        return Committed.rows(database.sql(BEGIN)
                        .bind("$1", poll.community().value())
                        .bind("$2", poll.id())
                        .bind("$3", clock.instant().atOffset(UTC))
                        .bind("$4", (double) ONCE_IN.toSeconds())
                        .map(row -> instant(row, "reminding_since"))
                        .all())
                .single();
    }
}
