package org.linli.polls.rounds;

import java.util.Map;
import org.linli.polls.CountedPaper;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.Paper;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.Settings.Start;
import org.linli.polls.counting.Utility;
import org.linli.polls.log.Level;
import org.linli.polls.published.Declared;

/// Counts the ballots of a round by its declared rules: pure, and the same whatever the order of ballots.
public record CountBallots(Rules rules, Paper paper) {

    /// What is said before anybody votes.
    Declared declared(Round round) {
        return new Declared(
                "%s-round-%d".formatted(round.community().value(), round.number()),
                rules.level(),
                Level.FEW_BALLOTS,
                rules.rule(),
                settings());
    }

    /// @param ballots equal ones together
    public Election election(Map<Marks, Integer> ballots) {
        return new CountedPaper(paper).election(ballots, rules.budget());
    }

    public Outcome count(Election election) {
        return rules.rule().count(election, settings());
    }

    /// Whatever the ballots say.
    public Settings settings() {
        return new Settings(utility(), rules.completion(), Start.FLOOR, false, false, 1, rules.ties());
    }

    private Utility utility() {
        return switch (paper.kind()) {
            case ONE, SEVERAL -> Utility.COST;
            case RANKED -> Utility.RANK_TIMES_COST;
            case POINTS, SCORES -> Utility.POINTS_TIMES_COST;
        };
    }
}
