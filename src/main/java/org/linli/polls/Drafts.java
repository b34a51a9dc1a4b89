package org.linli.polls;

import static org.linli.platform.database.Columns.instant;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.platform.database.Effect;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.ballots.Marks;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Ballots that were repeated to their voters and wait for a yes. They count nowhere.
@Component
public class Drafts {

    private static final Marks NONE = new Marks(List.of());

    /// @param at when it was repeated
    public record Draft(Marks marks, Instant at) {}

    private final Seals seals;
    private final DatabaseClient database;
    private final Clock clock;

    Drafts(Seals seals, DatabaseClient database, Clock clock) {
        this.seals = seals;
        this.database = database;
        this.clock = clock;
    }

    /// Empty where none waits.
    public Mono<Draft> of(Poll poll, Voter voter) {
        return seals.of(poll)
                .flatMap(seal -> database.sql("""
                        select choices, points, at from polls.drafts
                        where community_id = $1 and poll = $2 and token = $3""")
                        .bind("$1", poll.community().value())
                        .bind("$2", poll.id())
                        .bind("$3", seal.token(voter.id()))
                        .map(row -> new Draft(BallotBox.marks(row), instant(row, "at")))
                        .one());
    }

    /// In place of what waited before. Empty where the poll's secret was destroyed.
    public Mono<Effect> keep(Poll poll, Voter voter, Marks marks) {
        return seals.of(poll).map(seal -> new DraftKept(poll, seal.token(voter.id()), marks, clock.instant()));
    }

    /// The voter said yes, or no. Empty where the poll's secret was destroyed.
    public Mono<Effect> forget(Poll poll, Voter voter) {
        return keep(poll, voter, NONE);
    }
}
