package org.linli.polls.rounds;

import java.util.List;
import java.util.Optional;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.counting.TieOrder.Criterion;
import org.linli.polls.log.Level;

/// How a round is voted and counted: declared before it opens and never changed.
///
/// @param budget     in yuan
/// @param most       so many may be chosen; points to give away, or the highest score
/// @param knapsack   whether what one person chooses may not cost more than the budget
/// @param completion of [Rule#EQUAL_SHARES]
/// @param seed       with what lots are drawn, known to everybody before anybody votes
/// @param level      how much of the ballots is published after the count
public record Rules(
        long budget,
        BallotKind kind,
        int most,
        boolean knapsack,
        Rule rule,
        Completion completion,
        String seed,
        Level level) {

    private static final int LONGEST_SEED = 80;

    /// What spends a budget; the others fill seats.
    public static final List<Rule> SPENDING =
            List.of(Rule.EQUAL_SHARES, Rule.GREEDY, Rule.GREEDY_NO_SKIP, Rule.PHRAGMEN);

    /// What is wrong with them. Its name is a key of what people are told.
    public enum Fault {
        BUDGET,
        MOST,
        /// Belongs to choosing several.
        KNAPSACK,
        /// Fills seats and spends no money.
        RULE_FOR_SEATS,
        /// Knows approval only, not points or places.
        RULE_FOR_APPROVAL,
        /// Belongs to Equal Shares alone.
        COMPLETION,
        /// Without spaces, commas and semicolons, so that it can be written down with the rules.
        SEED
    }

    /// Empty where a round can be held by them.
    public Optional<Fault> fault() {
        if (budget < 1) {
            return Optional.of(Fault.BUDGET);
        }
        if (most < 1 || most > 100) {
            return Optional.of(Fault.MOST);
        }
        if (knapsack && kind != BallotKind.SEVERAL) {
            return Optional.of(Fault.KNAPSACK);
        }
        if (!SPENDING.contains(rule)) {
            return Optional.of(Fault.RULE_FOR_SEATS);
        }
        if (rule == Rule.PHRAGMEN && kind != BallotKind.ONE && kind != BallotKind.SEVERAL) {
            return Optional.of(Fault.RULE_FOR_APPROVAL);
        }
        if (rule != Rule.EQUAL_SHARES && completion != Completion.NONE) {
            return Optional.of(Fault.COMPLETION);
        }
        return seed.matches("[^\\s,;]{1,%d}".formatted(LONGEST_SEED)) ? Optional.empty() : Optional.of(Fault.SEED);
    }

    /// Lower cost, then more votes, then the lot.
    public TieOrder ties() {
        return new TieOrder(List.of(Criterion.Known.COST, Criterion.Known.VOTES, new Criterion.Lot(seed)));
    }
}
