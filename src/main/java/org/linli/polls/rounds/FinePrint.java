package org.linli.polls.rounds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings.Start;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.TieOrder.Criterion;
import org.linli.polls.counting.Utility;

/// What a round declares about its counting beside the rule (计票细则). What a rule does not look at stays as is
/// [#usual].
///
/// @param utility    what counts as worth, of the rules that ask
/// @param start      with how much each voter begins at [Rule#EQUAL_SHARES]
/// @param exhaustive whether raising shares stops as soon as nothing more fits
/// @param comparison whether greedy by votes wins where more voters prefer it
/// @param increment  by how many yuan shares are raised
/// @param threshold  least votes or points of [Rule#GREEDY_THRESHOLD]; 0: none
/// @param seats      how many [Rule#STV] may choose; 0: it does not choose
public record FinePrint(
        Utility utility,
        Start start,
        boolean exhaustive,
        boolean comparison,
        long increment,
        long threshold,
        int seats,
        Ties ties) {

    private static final long MOST = 1_000_000;
    private static final int MOST_SEATS = 100;

    /// What compares projects by [Utility].
    public static final Set<Rule> BY_UTILITY =
            Set.of(Rule.EQUAL_SHARES, Rule.GREEDY, Rule.GREEDY_THRESHOLD, Rule.GREEDY_NO_SKIP);

    /// Who goes first of equal ones, before the lot. Stored by name, so never renamed.
    public enum Ties {
        COST_VOTES(Criterion.Known.COST, Criterion.Known.VOTES),
        VOTES_COST(Criterion.Known.VOTES, Criterion.Known.COST),
        COST(Criterion.Known.COST),
        VOTES(Criterion.Known.VOTES),
        LOT;

        private final List<Criterion> first;

        Ties(Criterion... first) {
            this.first = List.of(first);
        }

        TieOrder order(String seed) {
            var criteria = new ArrayList<>(first);
            criteria.add(new Criterion.Lot(seed));
            return new TieOrder(criteria);
        }
    }

    /// What is wrong with it. Its name is a key of what people are told.
    public enum Fault {
        /// Does not fit the ballot, or the rule does not look at it.
        UTILITY,
        /// Belongs to Equal Shares alone.
        START,
        COMPARISON,
        /// Belong to raising shares.
        EXHAUSTIVE,
        INCREMENT,
        THRESHOLD,
        SEATS
    }

    /// What was counted by before anything of it could be declared.
    public static FinePrint usual(BallotKind kind) {
        return new FinePrint(usualWorth(kind), Start.FLOOR, false, false, 1, 0, 0, Ties.COST_VOTES);
    }

    private static Utility usualWorth(BallotKind kind) {
        return switch (kind) {
            case ONE, SEVERAL -> Utility.COST;
            case RANKED -> Utility.RANK_TIMES_COST;
            case POINTS, SCORES -> Utility.POINTS_TIMES_COST;
        };
    }

    /// What such ballots can tell, the usual first.
    public static List<Utility> utilities(BallotKind kind) {
        return switch (kind) {
            case ONE, SEVERAL -> List.of(Utility.COST, Utility.CARDINALITY);
            case RANKED -> List.of(Utility.RANK_TIMES_COST, Utility.RANK, Utility.COST, Utility.CARDINALITY);
            case POINTS, SCORES ->
                List.of(Utility.POINTS_TIMES_COST, Utility.POINTS, Utility.COST, Utility.CARDINALITY);
        };
    }

    /// Empty where ballots can be counted by it.
    public Optional<Fault> fault(BallotKind kind, Rule rule, Completion completion) {
        boolean shares = rule == Rule.EQUAL_SHARES;
        boolean raises = shares && completion.adds();
        if (!(BY_UTILITY.contains(rule) ? utilities(kind) : List.of(usualWorth(kind))).contains(utility)) {
            return Optional.of(Fault.UTILITY);
        }
        if (!shares && start != Start.FLOOR) {
            return Optional.of(Fault.START);
        }
        if (!shares && comparison) {
            return Optional.of(Fault.COMPARISON);
        }
        if (!raises && exhaustive) {
            return Optional.of(Fault.EXHAUSTIVE);
        }
        return isBetween(1, increment, raises ? MOST : 1) ? bounds(rule) : Optional.of(Fault.INCREMENT);
    }

    private Optional<Fault> bounds(Rule rule) {
        boolean needsThreshold = rule == Rule.GREEDY_THRESHOLD;
        if (!isBetween(needsThreshold ? 1 : 0, threshold, needsThreshold ? MOST : 0)) {
            return Optional.of(Fault.THRESHOLD);
        }
        boolean needsSeats = rule == Rule.STV;
        return isBetween(needsSeats ? 1 : 0, seats, needsSeats ? MOST_SEATS : 0)
                ? Optional.empty()
                : Optional.of(Fault.SEATS);
    }

    private static boolean isBetween(long least, long it, long most) {
        return least <= it && it <= most;
    }

    /// As a count asks for it.
    @Nullable
    BigDecimal leastVotes() {
        return threshold == 0 ? null : BigDecimal.valueOf(threshold);
    }
}
