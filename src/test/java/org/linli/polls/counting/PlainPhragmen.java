package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Phragmén's rule with a purse for every voter: each fills by one a moment, whoever has bought begins anew.
final class PlainPhragmen {

    private final Election election;
    private final List<Ballot> voters;
    private final Ratio[] purses;

    PlainPhragmen(Election election) {
        this.election = election;
        this.voters = MadeUpElections.oneByOne(election);
        this.purses = new Ratio[voters.size()];
        Arrays.fill(purses, Ratio.of(0, 1));
    }

    List<Integer> winners(Comparator<Integer> ties) {
        var chosen = new ArrayList<Integer>();
        while (true) {
            var left = IntStream.range(0, election.projects().size())
                    .boxed()
                    .filter(it -> !chosen.contains(it)
                            && cost(it) <= budget()
                            && !supporters(it).isEmpty())
                    .toList();
            var soonest = left.stream().map(this::waiting).min(Ratio::compareTo);
            var next = left.stream()
                    .filter(it -> waiting(it).compareTo(soonest.orElseThrow()) == 0)
                    .sorted(ties)
                    .toList();
            long spent = chosen.stream().mapToLong(this::cost).sum();
            if (next.isEmpty() || next.stream().anyMatch(it -> spent + cost(it) > budget())) {
                return chosen;
            }
            buy(next.getFirst(), soonest.orElseThrow());
            chosen.add(next.getFirst());
        }
    }

    private void buy(int project, Ratio waited) {
        for (int i = 0; i < purses.length; i++) {
            purses[i] = voters.get(i).named().contains(project) ? Ratio.of(0, 1) : plus(purses[i], waited, 1);
        }
    }

    /// How long until its supporters have together what it costs.
    private Ratio waiting(int project) {
        var missing = Ratio.of(cost(project), 1);
        var supporters = supporters(project);
        for (int voter : supporters) {
            missing = plus(missing, purses[voter], -1);
        }
        return new Ratio(missing.over(), missing.under().multiply(BigInteger.valueOf(supporters.size())));
    }

    private List<Integer> supporters(int project) {
        return IntStream.range(0, voters.size())
                .filter(it -> voters.get(it).named().contains(project))
                .boxed()
                .toList();
    }

    private static Ratio plus(Ratio one, Ratio other, long sign) {
        var added = other.over().multiply(BigInteger.valueOf(sign));
        return new Ratio(
                        one.over().multiply(other.under()).add(added.multiply(one.under())),
                        one.under().multiply(other.under()))
                .reduced();
    }

    private long cost(int project) {
        return election.projects().get(project).cost();
    }

    private long budget() {
        return election.money().orElseThrow();
    }
}
