package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.polls.counting.Outcome.Tie;

/// The most wanted first, as long as the money lasts: what most cities do.
///
/// By [Utility#COST] the most wanted has most votes, by [Utility#CARDINALITY] most votes for its cost. Projects
/// without a vote come last and are chosen when money is left, as in the published elections.
record Greedy(Election election, Backers backers, Utility utility, TieOrder ties) {

    static Greedy of(Election election, Utility utility, TieOrder ties) {
        return new Greedy(election, Backers.of(election, utility), utility, ties);
    }

    /// What does not fit is left out, and the next one tried.
    Outcome skipping() {
        return choose(Room.of(election), 0, true);
    }

    /// @param least score, below which nothing is chosen
    Outcome threshold(long least) {
        return choose(Room.of(election), least, true);
    }

    /// The first that does not fit ends the count. One that was withdrawn does not.
    Outcome notSkipping() {
        return choose(Room.of(election), 0, false);
    }

    /// Goes on where another rule has stopped.
    List<Integer> complete(List<Integer> chosen) {
        var room = Room.of(election);
        chosen.forEach(room::take);
        return choose(room, 0, true).winners();
    }

    private Outcome choose(Room room, long least, boolean skip) {
        var order = order();
        for (int project : order) {
            if (backers.scores()[project] < least
                    || !election.projects().get(project).stands()) {
                continue;
            }
            if (room.fits(project)) {
                room.take(project);
            } else if (!skip) {
                break;
            }
        }
        return Outcome.of(room.taken(), decisive(order, room.taken()));
    }

    private List<Integer> order() {
        return IntStream.range(0, election.projects().size())
                .boxed()
                .sorted(mostWanted().thenComparing(ties.of(election.projects(), backers.votes())))
                .toList();
    }

    private Comparator<Integer> mostWanted() {
        return utility.timesCost()
                ? Comparator.comparingLong(it -> -backers.scores()[it])
                : (one, other) -> scoreTimesCost(other, one).compareTo(scoreTimesCost(one, other));
    }

    /// `score(one) / cost(one)` against the other's, both multiplied by both costs.
    private BigInteger scoreTimesCost(int one, int other) {
        return BigInteger.valueOf(backers.scores()[one]).multiply(BigInteger.valueOf(divisor(other)));
    }

    /// What is wanted and costs nothing comes before all others. What nobody wants comes after them even if it costs
    /// nothing: nothing for nothing would be equal to everything.
    private long divisor(int project) {
        long cost = election.projects().get(project).cost();
        return backers.scores()[project] > 0 ? cost : Math.max(1, cost);
    }

    /// Equal ones of which some were chosen and some were not.
    private List<Tie> decisive(List<Integer> order, List<Integer> chosen) {
        var found = new ArrayList<Tie>();
        for (int i = 0, next; i < order.size(); i = next) {
            next = i + 1;
            while (next < order.size() && mostWanted().compare(order.get(i), order.get(next)) == 0) {
                next++;
            }
            var equal = order.subList(i, next).stream()
                    .filter(it -> election.projects().get(it).stands())
                    .toList();
            var won = equal.stream().filter(chosen::contains).toList();
            if (!won.isEmpty() && won.size() < equal.size()) {
                found.add(new Tie(equal, won.getFirst()));
            }
        }
        return found;
    }
}
