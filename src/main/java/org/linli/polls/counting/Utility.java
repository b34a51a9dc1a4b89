package org.linli.polls.counting;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongBiFunction;

/// What a chosen project is worth to somebody who named it. Outcomes differ by it, so a round says which one it
/// uses.
public enum Utility {
    /// Its cost: money spent on what I want. Projects are then compared by votes.
    COST("cost", (_, _) -> 1, true),
    /// One: the number of projects that I want. Projects are then compared by votes per cost.
    CARDINALITY("cardinality", (_, _) -> 1, false),
    /// The points that I gave; then by points per cost.
    POINTS("points", Ballot::points, false),
    /// Points times cost; then by points.
    POINTS_TIMES_COST("points-times-cost", Ballot::points, true),
    /// Its place on my ballot: the last named gets one.
    RANK("rank", Ballot::rank, false),
    RANK_TIMES_COST("rank-times-cost", Ballot::rank, true);

    private final String word;
    private final ToLongBiFunction<Ballot, Integer> worth;
    private final boolean timesCost;

    Utility(String word, ToLongBiFunction<Ballot, Integer> worth, boolean timesCost) {
        this.word = word;
        this.worth = worth;
        this.timesCost = timesCost;
    }

    public String word() {
        return word;
    }

    public static Optional<Utility> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    boolean timesCost() {
        return timesCost;
    }

    boolean isOfPoints() {
        return this == POINTS || this == POINTS_TIMES_COST;
    }

    /// Before it is multiplied by the cost.
    public long worth(Ballot ballot, int project) {
        return worth.applyAsLong(ballot, project);
    }

    /// What is meant where nobody says: more votes, more points, better places.
    public static Utility usual(Election election) {
        return election.anyBallot()
                .map(it -> switch (it) {
                    case Ballot.Approval _ -> COST;
                    case Ballot.Points _ -> POINTS_TIMES_COST;
                    case Ballot.Ranking _ -> RANK_TIMES_COST;
                })
                .orElse(COST);
    }
}
