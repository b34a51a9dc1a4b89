package org.linli.polls.counting;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.linli.polls.counting.Duels.Strength;

/// How winners are found (计票规则). Each is exact, needs nothing but its arguments, and gives the same winners
/// whatever the order of ballots.
public enum Rule {
    /// The most wanted first; what does not fit is skipped. Pabulib's `greedy`.
    GREEDY("greedy", (election, settings) -> greedy(election, settings).skipping()),
    /// The same; what has fewer votes or points than [Election.Scales#threshold()] is left out.
    GREEDY_THRESHOLD(
            "greedy-threshold",
            (election, settings) -> greedy(election, settings).threshold(threshold(election, settings.utility()))),
    /// The first that does not fit ends it.
    GREEDY_NO_SKIP(
            "greedy-no-skip", (election, settings) -> greedy(election, settings).notSkipping()),
    /// See [EqualShares] and [Completion].
    EQUAL_SHARES("equal-shares", CompleteShares::count),
    /// See [Phragmen].
    PHRAGMEN("phragmen", (election, settings) -> Phragmen.count(election, settings.ties())),
    /// See [Borda].
    BORDA("borda", ranked(Borda::ranking)),
    /// See [Condorcet#copeland].
    COPELAND("copeland", duels(Condorcet::copeland)),
    /// The one whose worst defeat has fewest ballots against it.
    MINIMAX("minimax", duels(it -> Condorcet.minimax(it, Strength.WINNING))),
    MINIMAX_MARGIN("minimax-margin", duels(it -> Condorcet.minimax(it, Strength.MARGIN))),
    /// See [Condorcet#schulze]; a victory is as strong as the ballots for it.
    SCHULZE("schulze", duels(it -> Condorcet.schulze(it, Strength.WINNING))),
    SCHULZE_MARGIN("schulze-margin", duels(it -> Condorcet.schulze(it, Strength.MARGIN))),
    /// See [Condorcet#rankedPairs].
    RANKED_PAIRS("ranked-pairs", duels(it -> Condorcet.rankedPairs(it, Strength.WINNING))),
    RANKED_PAIRS_MARGIN("ranked-pairs-margin", duels(it -> Condorcet.rankedPairs(it, Strength.MARGIN))),
    /// See [InstantRunoff]. Gives one seat; where there is a budget, those who fell out last come next.
    IRV(
            "irv",
            (election, settings) -> Rankings.elect(
                    election.seating(1), Standing.in(election).ranked(InstantRunoff::ranking), settings.ties())),
    /// See [ScottishStv]. It fills seats; where there is a budget as well, see [SeatsForMoney].
    STV("stv", (election, settings) -> SeatsForMoney.count(election, settings.ties()));

    private final String word;
    private final BiFunction<Election, Settings, Outcome> count;

    Rule(String word, BiFunction<Election, Settings, Outcome> count) {
        this.word = word;
        this.count = count;
    }

    /// As it is written in announcements and commands; never changes.
    public String word() {
        return word;
    }

    public static Optional<Rule> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /// Throws `IllegalArgumentException` where the rule cannot count such an election: no budget, equal ranks.
    public Outcome count(Election election, Settings settings) {
        return count.apply(election, settings);
    }

    private static Greedy greedy(Election election, Settings settings) {
        return Greedy.of(election, settings.utility(), settings.ties());
    }

    /// In what scores are told in: votes and places are whole, points have decimals.
    private static long threshold(Election election, Utility utility) {
        var least = election.scales().threshold();
        int decimals = utility.isOfPoints() ? election.scales().points() : 0;
        return least == null
                ? 0
                : least.movePointRight(decimals)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
    }

    private static BiFunction<Election, Settings, Outcome> ranked(Function<Election, List<List<Integer>>> ranking) {
        return (election, settings) ->
                Rankings.elect(election, Standing.in(election).ranked(ranking), settings.ties());
    }

    private static BiFunction<Election, Settings, Outcome> duels(Function<Duels, List<List<Integer>>> ranking) {
        return ranked(election -> ranking.apply(Duels.of(election)));
    }
}
