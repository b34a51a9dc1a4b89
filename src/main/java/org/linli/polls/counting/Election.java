package org.linli.polls.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that a rule looks at: what may be chosen, with how much money, and what people want.
///
/// @param budget in the smallest unit of money; `null` where seats are given and no money
/// @param seats how many may win where there is no budget; at least 1
/// @param ballots equal ones together, with how often each was cast; empty ballots count as voters
/// @param limits what else may not be spent or chosen together
/// @param scales what the whole numbers here mean
public record Election(
        List<Project> projects,
        @Nullable Long budget,
        int seats,
        Map<Ballot, Integer> ballots,
        Limits limits,
        Scales scales) {

    /// @param caps most that may be spent on some projects: a category, an area
    /// @param exclusive of each set only one may win
    public record Limits(List<Cap> caps, List<Set<Integer>> exclusive) {

        public static final Limits NONE = new Limits(List.of(), List.of());

        public Limits {
            caps = List.copyOf(caps);
            exclusive = List.copyOf(exclusive);
        }
    }

    /// @param most in the smallest unit of money
    public record Cap(Set<Integer> projects, long most) {}

    /// @param money decimals of an amount: 2 where amounts are in fen
    /// @param points decimals of points
    /// @param unrankedLast whether who ranks some puts all others behind them; otherwise nothing is known of
    ///            the others
    /// @param threshold fewer points or votes than that are too few for [Rule#GREEDY_THRESHOLD]; `null`: not
    ///            said
    public record Scales(
            int money,
            int points,
            boolean unrankedLast,
            @Nullable BigDecimal threshold) {

        public static final Scales WHOLE = new Scales(0, 0, true, null);
    }

    public Election {
        projects = List.copyOf(projects);
        ballots = new LinkedHashMap<>(ballots);
        if (seats < 1) {
            throw new IllegalArgumentException("%d seats, expected at least 1".formatted(seats));
        }
    }

    public static Election of(List<Project> projects, long budget, List<Ballot> ballots) {
        return new Election(projects, budget, 1, together(ballots), Limits.NONE, Scales.WHOLE);
    }

    public static Map<Ballot, Integer> together(List<? extends Ballot> ballots) {
        var counted = new LinkedHashMap<Ballot, Integer>();
        ballots.forEach(it -> counted.merge(it, 1, Integer::sum));
        return counted;
    }

    public long voters() {
        return ballots.values().stream().mapToLong(Integer::longValue).sum();
    }

    public OptionalLong money() {
        return budget == null ? OptionalLong.empty() : OptionalLong.of(budget);
    }

    /// An amount as people write it.
    public BigDecimal amount(long smallest) {
        BigDecimal exact = BigDecimal.valueOf(smallest, scales.money()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /// Of the ballots; an election has ballots of one kind.
    public Optional<Ballot> anyBallot() {
        return ballots.keySet().stream().findFirst();
    }

    public Election without(Set<Integer> withdrawn) {
        var left = new ArrayList<Project>();
        for (int i = 0; i < projects.size(); i++) {
            var it = projects.get(i);
            left.add(new Project(it.id(), it.name(), it.cost(), it.stands() && !withdrawn.contains(i)));
        }
        return new Election(left, budget, seats, ballots, limits, scales);
    }

    public Election seating(int others) {
        return new Election(projects, budget, others, ballots, limits, scales);
    }
}
