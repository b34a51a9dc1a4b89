package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The Method of Equal Shares as the paper tells it: every voter alone, every price computed anew, reduced
/// fractions.
final class PlainShares {

    private final Election election;
    private final Utility utility;
    private final List<Ballot> voters;
    private final List<Ratio> money = new ArrayList<>();

    PlainShares(Election election, Utility utility) {
        this(election, utility, Ratio.of(election.money().orElseThrow(), election.voters()));
    }

    /// @param each what every voter begins with
    PlainShares(Election election, Utility utility, Ratio each) {
        this.election = election;
        this.utility = utility;
        this.voters = MadeUpElections.oneByOne(election);
        voters.forEach(_ -> money.add(each));
    }

    List<Integer> winners(Comparator<Integer> ties) {
        var chosen = new ArrayList<Integer>();
        var all = IntStream.range(0, election.projects().size()).boxed().toList();
        all.stream()
                .filter(it -> cost(it) == 0 && worthOfAll(it) > 0)
                .sorted(ties)
                .forEach(chosen::add);
        while (true) {
            var best = all.stream()
                    .filter(it -> !chosen.contains(it) && cost(it) > 0 && worthOfAll(it) > 0 && isPayable(it))
                    .min(Comparator.comparing(this::price).thenComparing(ties));
            if (best.isEmpty()) {
                return chosen;
            }
            pay(best.get(), price(best.get()));
            chosen.add(best.get());
        }
    }

    private long cost(int project) {
        return election.projects().get(project).cost();
    }

    private long worth(int voter, int project) {
        var ballot = voters.get(voter);
        return ballot.named().contains(project)
                ? utility.worth(ballot, project) * (utility.timesCost() ? Math.max(1, cost(project)) : 1)
                : 0;
    }

    private long worthOfAll(int project) {
        return IntStream.range(0, voters.size())
                .mapToLong(it -> worth(it, project))
                .sum();
    }

    private boolean isPayable(int project) {
        var all = supporters(project).stream().map(money::get).reduce(Ratio.of(0, 1), PlainShares::plus);
        return all.compareTo(Ratio.of(cost(project), 1)) >= 0;
    }

    private List<Integer> supporters(int project) {
        return IntStream.range(0, voters.size())
                .filter(it -> worth(it, project) > 0)
                .boxed()
                .toList();
    }

    /// The poorest for what it is worth to them pay all they have.
    private Ratio price(int project) {
        var sorted = supporters(project).stream()
                .sorted(Comparator.comparing(it -> over(money.get(it), worth(it, project))))
                .toList();
        var missing = Ratio.of(cost(project), 1);
        long worth = worthOfAll(project);
        for (int voter : sorted) {
            var price = over(missing, worth);
            if (times(price, worth(voter, project)).compareTo(money.get(voter)) <= 0) {
                return price;
            }
            missing = plus(missing, times(money.get(voter), -1));
            worth -= worth(voter, project);
        }
        throw new IllegalStateException("they could pay");
    }

    private void pay(int project, Ratio price) {
        for (int voter : supporters(project)) {
            var left = plus(money.get(voter), times(price, -worth(voter, project)));
            money.set(voter, left.over().signum() < 0 ? Ratio.of(0, 1) : left);
        }
    }

    private static Ratio plus(Ratio one, Ratio other) {
        return new Ratio(
                        one.over().multiply(other.under()).add(other.over().multiply(one.under())),
                        one.under().multiply(other.under()))
                .reduced();
    }

    private static Ratio times(Ratio one, long factor) {
        return new Ratio(one.over().multiply(BigInteger.valueOf(factor)), one.under());
    }

    private static Ratio over(Ratio one, long divisor) {
        return new Ratio(one.over(), one.under().multiply(BigInteger.valueOf(divisor)));
    }
}
