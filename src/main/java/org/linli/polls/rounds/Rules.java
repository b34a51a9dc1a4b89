package org.linli.polls.rounds;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.TieOrder;
import org.linli.polls.log.Level;
import org.linli.polls.published.Declared;

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
        Level level,
        FinePrint fine) {

    private static final int LONGEST_SEED = 80;

    /// What needs an order of wishes.
    private static final Set<Rule> OF_RANKINGS = EnumSet.range(Rule.BORDA, Rule.STV);

    /// What is wrong with them. Its name is a key of what people are told.
    public enum Fault {
        BUDGET,
        MOST,
        /// Belongs to choosing several.
        KNAPSACK,
        /// Knows approval only, not points or places.
        RULE_FOR_APPROVAL,
        /// Needs an order of wishes.
        RULE_FOR_RANKED,
        /// Belongs to Equal Shares alone.
        COMPLETION,
        /// Without spaces, commas and semicolons, so that it can be written down with the rules.
        SEED
    }

    /// Counted as usual.
    public Rules(
            long budget,
            BallotKind kind,
            int most,
            boolean knapsack,
            Rule rule,
            Completion completion,
            String seed,
            Level level) {
        this(budget, kind, most, knapsack, rule, completion, seed, level, FinePrint.usual(kind));
    }

    /// Whether such ballots say enough for a rule.
    public static boolean fits(Rule rule, BallotKind kind) {
        return unfitting(rule, kind).isEmpty();
    }

    /// Which kinds of ballots say enough for a rule.
    public static List<BallotKind> kinds(Rule rule) {
        return Arrays.stream(BallotKind.values()).filter(it -> fits(rule, it)).toList();
    }

    /// Whether it makes an order of all projects first.
    public static boolean isOfRankings(Rule rule) {
        return OF_RANKINGS.contains(rule);
    }

    private static Optional<Fault> unfitting(Rule rule, BallotKind kind) {
        if (OF_RANKINGS.contains(rule) && kind != BallotKind.RANKED) {
            return Optional.of(Fault.RULE_FOR_RANKED);
        }
        boolean approves = kind == BallotKind.ONE || kind == BallotKind.SEVERAL;
        return rule == Rule.PHRAGMEN && !approves ? Optional.of(Fault.RULE_FOR_APPROVAL) : Optional.empty();
    }

    /// Empty where a round can be held by them, but for [FinePrint#fault].
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
        if (!fits(rule, kind)) {
            return unfitting(rule, kind);
        }
        if (rule != Rule.EQUAL_SHARES && completion != Completion.NONE) {
            return Optional.of(Fault.COMPLETION);
        }
        return seed.matches("[^\\s,;]{1,%d}".formatted(LONGEST_SEED)) ? Optional.empty() : Optional.of(Fault.SEED);
    }

    /// Empty where ballots can be counted by what is declared beside the rule.
    public Optional<FinePrint.Fault> fineFault() {
        return fine.fault(kind, rule, completion);
    }

    /// As declared, and at the end the lot.
    public TieOrder ties() {
        return fine.ties().order(seed);
    }

    /// Whatever the ballots say.
    public Settings settings() {
        return new Settings(
                fine.utility(),
                completion,
                fine.start(),
                fine.exhaustive(),
                fine.comparison(),
                fine.increment(),
                ties());
    }

    /// What else the count keeps to.
    Declared.Bounds bounds() {
        return new Declared.Bounds(fine.leastVotes(), fine.seats());
    }
}
