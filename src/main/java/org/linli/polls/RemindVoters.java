package org.linli.polls;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.database.Committed;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reminds those in a frozen register who have not voted: nobody twice within a day, whatever the clock shows. What
/// broke off is taken up again within that day; after it, a reminder is a new one. They learn nothing of the others.
@Service
public class RemindVoters {

    private static final Duration ONCE_IN = Duration.ofDays(1);

    /// Of two at the same moment the second waits for the first, and takes part in its reminder.
    private static final String BEGIN = """
            update polls.polls set reminding_since = $3::timestamptz
            where community_id = $1 and id = $2
              and (reminding_since is null or reminding_since <= $3::timestamptz - make_interval(secs => $4))
            returning reminding_since
            """;

    private static final String BEGUN = "select reminding_since from polls.polls where community_id = $1 and id = $2";

    private final WriteToVoters voters;
    private final NoteChange note;
    private final DatabaseClient database;
    private final Clock clock;

    RemindVoters(WriteToVoters voters, NoteChange note, DatabaseClient database, Clock clock) {
        this.voters = voters;
        this.note = note;
        this.database = database;
        this.clock = clock;
    }

    /// As the calendar wants it. Never empty: how many voters this reminder has reached so far; none once the vote is
    /// over.
    public Mono<Integer> remind(Poll poll) {
        return remind(poll, begin(poll));
    }

    /// As staff wants it: whoever began it stands in the trail.
    public Mono<Integer> remind(StaffMember by, Poll poll) {
        return remind(poll, note.after(begin(poll), since -> poll.noted(by.id(), "voters reminded", since)));
    }

    /// @param begun when the reminder began that is due now; empty where one is under way
    private Mono<Integer> remind(Poll poll, Mono<Instant> begun) {
        return poll.takesBallots(clock.instant()) && poll.electorate().frozen()
                ? begun.switchIfEmpty(Mono.defer(() -> since(on(poll, BEGUN)).single()))
                        .flatMap(since -> voters.write(poll, "poll-remind", "/" + since.getEpochSecond()))
                : Mono.just(0);
    }

    /// Empty where one is under way.
    private Mono<Instant> begin(Poll poll) {
        return since(on(poll, BEGIN).bind("$3", clock.instant().atOffset(UTC)).bind("$4", (double) ONCE_IN.toSeconds()))
                .singleOrEmpty();
    }

    private static Flux<Instant> since(GenericExecuteSpec sql) {
        return Committed.rows(sql.map(row -> instant(row, "reminding_since")).all());
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }
}
