package org.linli.polls.laboratory;

import java.util.List;
import java.util.stream.Stream;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.Utility;

/// A rule with everything that a round would have to declare about it.
///
/// @param name for a table
public record Trial(String name, Rule rule, Settings settings) {

    private static final List<Rule> RANKINGS =
            List.of(Rule.BORDA, Rule.COPELAND, Rule.SCHULZE, Rule.RANKED_PAIRS, Rule.IRV, Rule.STV);

    /// Those that make sense for such an election; where there is money, single transferable vote among them only if it
    /// says how many seats there are.
    public static List<Trial> usual(Election election, TieOrder ties) {
        return usual(election, ties, 1);
    }

    /// The same.
    ///
    /// @param increment by which shares are raised, see [Settings]
    public static List<Trial> usual(Election election, TieOrder ties, long increment) {
        var it = Settings.usual(election);
        var usual = new Settings(
                it.utility(), it.completion(), it.start(), it.exhaustive(), it.comparison(), increment, ties);
        return election.money().isPresent()
                ? Stream.concat(ofMoney(usual), special(election, usual)).toList()
                : ofSeats(usual);
    }

    private static Stream<Trial> ofMoney(Settings usual) {
        return Stream.of(
                new Trial("greedy", Rule.GREEDY, usual),
                new Trial("greedy, votes per cost", Rule.GREEDY, perCost(usual)),
                new Trial("greedy, no skip", Rule.GREEDY_NO_SKIP, usual),
                new Trial("equal shares", Rule.EQUAL_SHARES, usual),
                new Trial("equal shares, utilitarian", Rule.EQUAL_SHARES, completed(usual, Completion.UTILITARIAN)),
                new Trial("equal shares, add1u", Rule.EQUAL_SHARES, completed(usual, Completion.ADD1U)),
                new Trial("phragmen", Rule.PHRAGMEN, usual));
    }

    /// What only some elections say enough for.
    private static Stream<Trial> special(Election election, Settings usual) {
        var threshold = election.scales().threshold() == null
                ? Stream.<Trial>empty()
                : Stream.of(new Trial("greedy, threshold", Rule.GREEDY_THRESHOLD, usual));
        var rankings =
                election.anyBallot().filter(Ballot.Ranking.class::isInstance).isEmpty()
                        ? Stream.<Trial>empty()
                        : RANKINGS.stream()
                                .filter(it -> it != Rule.STV || election.seats() > 1)
                                .map(it -> new Trial(it.word(), it, usual));
        return Stream.concat(threshold, rankings);
    }

    private static List<Trial> ofSeats(Settings usual) {
        return RANKINGS.stream().map(it -> new Trial(it.word(), it, usual)).toList();
    }

    private static Settings perCost(Settings it) {
        var utility = switch (it.utility()) {
            case COST, CARDINALITY -> Utility.CARDINALITY;
            case POINTS, POINTS_TIMES_COST -> Utility.POINTS;
            case RANK, RANK_TIMES_COST -> Utility.RANK;
        };
        return new Settings(
                utility, it.completion(), it.start(), it.exhaustive(), it.comparison(), it.increment(), it.ties());
    }

    private static Settings completed(Settings it, Completion completion) {
        var start = completion == Completion.ADD1U ? Settings.Start.FLOOR : it.start();
        return new Settings(
                it.utility(), completion, start, it.exhaustive(), it.comparison(), it.increment(), it.ties());
    }
}
