package org.linli.polls.explaining;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;
import org.linli.polls.counting.Rule;
import org.linli.polls.counting.Settings;
import org.linli.polls.counting.Utility;
import org.linli.polls.explaining.Loss.Cause;

/// Says of each loser why, by counting the same election with small changes: some twenty times each.
public final class ExplainLosses {

    private static final Set<Rule> BY_SHARES = EnumSet.of(Rule.EQUAL_SHARES, Rule.PHRAGMEN);

    private static final long MOST_VOTERS = 100_000_000;

    private final Election election;
    private final Rule rule;
    private final Settings settings;
    private final Outcome outcome;

    /// Throws `IllegalArgumentException` where the rule cannot count the election.
    public ExplainLosses(Election election, Rule rule, Settings settings) {
        this.election = election;
        this.rule = rule;
        this.settings = settings;
        this.outcome = rule.count(election, settings);
    }

    public Outcome outcome() {
        return outcome;
    }

    /// In the order of the list. Each is worked out when the stream comes to it.
    public Stream<Loss> losses() {
        return IntStream.range(0, election.projects().size())
                .filter(it -> !outcome.winners().contains(it))
                .mapToObj(this::loss);
    }

    /// @param project that did not win
    public Loss loss(int project) {
        boolean stands = election.projects().get(project).stands();
        var other = excluding(project);
        return new Loss(
                project,
                cause(project, other),
                other,
                stands ? moreVotes(project) : OptionalLong.empty(),
                stands ? lowerCost(project) : OptionalLong.empty());
    }

    /// Who has more votes than all others together is before everybody; by votes per cost it takes as many times
    /// more as it costs.
    private OptionalLong moreVotes(int project) {
        var whatIf = new WhatIf(election, rule, settings, project);
        long others = 2 * election.voters() + needed();
        long most = others * Math.max(1, election.projects().get(project).cost());
        return NearestChange.of(whatIf::winsWith, Math.min(most, MOST_VOTERS));
    }

    private long needed() {
        var threshold = election.scales().threshold();
        return threshold == null ? 1 : threshold.max(BigDecimal.ONE).longValue() + 1;
    }

    /// Nothing is made to cost nothing.
    private OptionalLong lowerCost(int project) {
        long cost = election.projects().get(project).cost();
        var whatIf = new WhatIf(election, rule, settings, project);
        var saved = NearestChange.of(it -> whatIf.winsAt(cost - it), cost - 1);
        return saved.isPresent() ? OptionalLong.of(cost - saved.getAsLong()) : saved;
    }

    private Cause cause(int project, OptionalInt other) {
        var it = election.projects().get(project);
        if (!it.stands()) {
            return Cause.WITHDRAWN;
        }
        if (it.cost() > election.money().orElse(Long.MAX_VALUE)) {
            return Cause.OVER_BUDGET;
        }
        if (isOverCap(project, it.cost())) {
            return Cause.OVER_CAP;
        }
        if (votes(project) == 0 || score(project) == 0) {
            return Cause.UNWANTED;
        }
        if (other.isPresent()) {
            return Cause.EXCLUDED;
        }
        if (rule == Rule.GREEDY_THRESHOLD && isBelowThreshold(project)) {
            return Cause.BELOW_THRESHOLD;
        }
        if (rule == Rule.STV || election.money().isEmpty()) {
            return Cause.OUTRANKED;
        }
        return BY_SHARES.contains(rule) ? Cause.SHARES_GONE : Cause.MONEY_GONE;
    }

    private boolean isOverCap(int project, long cost) {
        return election.limits().caps().stream().anyMatch(it -> it.projects().contains(project) && it.most() < cost);
    }

    private boolean isBelowThreshold(int project) {
        var threshold = election.scales().threshold();
        return threshold != null
                && BigDecimal.valueOf(score(project), decimals()).compareTo(threshold) < 0;
    }

    private int decimals() {
        var utility = settings.utility();
        return utility == Utility.POINTS || utility == Utility.POINTS_TIMES_COST
                ? election.scales().points()
                : 0;
    }

    /// What the rule looks at.
    private long score(int project) {
        return election.ballots().entrySet().stream()
                .filter(it -> it.getKey().named().contains(project))
                .mapToLong(it -> it.getValue() * settings.utility().worth(it.getKey(), project))
                .sum();
    }

    /// The winner that leaves no place for it.
    private OptionalInt excluding(int project) {
        return election.limits().exclusive().stream()
                .filter(it -> it.contains(project))
                .flatMap(Set::stream)
                .filter(outcome.winners()::contains)
                .mapToInt(it -> it)
                .findFirst();
    }

    /// How many ballots name a project, to tell beside the loss.
    public long votes(int project) {
        return election.ballots().entrySet().stream()
                .filter(it -> it.getKey().named().contains(project))
                .mapToLong(it -> it.getValue())
                .sum();
    }
}
