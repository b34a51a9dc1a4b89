package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Everything that a round may declare about Equal Shares, done with [PlainShares] step by step.
final class PlainCompletion {

    private final Election election;
    private final Settings settings;
    private final Comparator<Integer> ties;
    private final List<Integer> all;

    PlainCompletion(Election election, Settings settings) {
        this.election = election;
        this.settings = settings;
        this.ties = settings.ties().of(election.projects(), votes());
        this.all = IntStream.range(0, election.projects().size()).boxed().toList();
    }

    List<Integer> winners() {
        var shares = switch (settings.completion()) {
            case NONE -> shared(start());
            case UTILITARIAN -> filled(shared(start()), settings.utility());
            case ADD1 -> raised();
            case ADD1U -> filled(raised(), settings.utility());
        };
        return settings.comparison() ? preferred(shares) : shares;
    }

    private List<Integer> shared(Ratio each) {
        return new PlainShares(election, settings.utility(), each).winners(ties);
    }

    private Ratio start() {
        var budget = BigInteger.valueOf(budget());
        var voters = BigInteger.valueOf(election.voters());
        if (settings.start() == Settings.Start.EXACT) {
            return new Ratio(budget, voters);
        }
        var yuan = budget.divide(voters).divide(unit());
        return new Ratio(yuan.multiply(unit()), BigInteger.ONE);
    }

    /// One yuan, where amounts are in yuan or in parts of it.
    private BigInteger unit() {
        return BigInteger.TEN.pow(election.scales().money());
    }

    private List<Integer> raised() {
        var each = start();
        var before = shared(each);
        while (true) {
            var winners = before;
            boolean nothingFits = all.stream()
                    .noneMatch(it -> !winners.contains(it) && cost(winners) + cost(List.of(it)) <= budget());
            boolean everything =
                    all.stream().noneMatch(it -> !winners.contains(it) && worth(it, settings.utility()) > 0);
            if (everything || settings.exhaustive() && nothingFits) {
                return before;
            }
            var more = unit().multiply(BigInteger.valueOf(settings.increment())).multiply(each.under());
            each = new Ratio(each.over().add(more), each.under());
            var next = shared(each);
            if (cost(next) > budget()) {
                return before;
            }
            before = next;
        }
    }

    private List<Integer> filled(List<Integer> begun, Utility utility) {
        var chosen = new ArrayList<>(begun);
        all.stream().filter(it -> !begun.contains(it)).sorted(wanted(utility)).forEach(it -> {
            if (cost(chosen) + cost(List.of(it)) <= budget()) {
                chosen.add(it);
            }
        });
        return chosen;
    }

    private Comparator<Integer> wanted(Utility utility) {
        Comparator<Integer> byWorth = utility.timesCost()
                ? Comparator.comparingLong(it -> -worth(it, utility))
                : (one, other) -> Double.compare(perCost(other, utility), perCost(one, utility));
        return byWorth.thenComparing(ties);
    }

    /// Exact enough for numbers of two digits.
    private double perCost(int project, Utility utility) {
        long worth = worth(project, utility);
        return worth == 0 ? 0 : (double) worth / cost(List.of(project));
    }

    private List<Integer> preferred(List<Integer> shares) {
        var greedy = filled(List.of(), Utility.COST);
        int balance = 0;
        for (Ballot voter : MadeUpElections.oneByOne(election)) {
            long byGreedy = greedy.stream().filter(voter.named()::contains).count();
            long byShares = shares.stream().filter(voter.named()::contains).count();
            balance += Long.signum(byGreedy - byShares);
        }
        return balance > 0 ? greedy : shares;
    }

    private long worth(int project, Utility utility) {
        return MadeUpElections.oneByOne(election).stream()
                .filter(it -> it.named().contains(project))
                .mapToLong(it -> utility.worth(it, project))
                .sum();
    }

    private long[] votes() {
        return IntStream.range(0, election.projects().size())
                .mapToLong(project -> MadeUpElections.oneByOne(election).stream()
                        .filter(it -> it.named().contains(project))
                        .count())
                .toArray();
    }

    private long budget() {
        return election.money().orElseThrow();
    }

    private long cost(List<Integer> projects) {
        return projects.stream()
                .mapToLong(it -> election.projects().get(it).cost())
                .sum();
    }
}
