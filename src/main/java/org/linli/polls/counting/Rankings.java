package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.linli.polls.counting.Outcome.Tie;

/// Ballots and results as classes of equally good ones, best first.
final class Rankings {

    private Rankings() {}

    /// Points order what they are given to; approval makes one class.
    static List<List<Integer>> of(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Approval(List<Integer> named) -> named.isEmpty() ? List.of() : List.of(named);
            case Ballot.Ranking(List<List<Integer>> classes) -> classes;
            case Ballot.Points points -> by(points.named(), points::points);
        };
    }

    /// More is better.
    static List<List<Integer>> by(List<Integer> those, IntToLongFunction score) {
        var classes = new TreeMap<Long, List<Integer>>(Comparator.reverseOrder());
        those.forEach(it -> classes.computeIfAbsent(score.applyAsLong(it), _ -> new ArrayList<>())
                .add(it));
        return List.copyOf(classes.values());
    }

    /// Takes those whom nobody of the rest beats, again and again.
    ///
    /// @param beaten whether the one is beaten by the other, without a circle
    static List<List<Integer>> unbeaten(int size, Beaten beaten) {
        var left = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        var ranking = new ArrayList<List<Integer>>();
        while (!left.isEmpty()) {
            var best = left.stream()
                    .filter(it -> left.stream().noneMatch(other -> beaten.by(it, other)))
                    .toList();
            ranking.add(best);
            left.removeAll(best);
        }
        return ranking;
    }

    /// Whether somebody is beaten.
    interface Beaten {
        boolean by(int one, int other);
    }

    /// The winners of a ranking: as many as there are seats, or as the money pays for, going down the ranking. What
    /// does not fit is left out, and the next one tried; what nobody has named gets no money.
    static Outcome elect(Election election, List<List<Integer>> ranking, TieOrder ties) {
        long[] votes = Backers.of(election, Utility.CARDINALITY).votes();
        var order = ties.of(election.projects(), votes);
        long fewest = election.money().isPresent() ? 1 : 0;
        var room = Room.of(election);
        var met = new ArrayList<Tie>();
        for (List<Integer> equal : ranking) {
            var sorted = equal.stream()
                    .filter(it -> votes[it] >= fewest)
                    .sorted(order)
                    .toList();
            int before = room.taken().size();
            sorted.stream().filter(room::fits).forEach(room::take);
            int won = room.taken().size() - before;
            if (won > 0 && won < sorted.size()) {
                met.add(new Tie(sorted, sorted.getFirst()));
            }
        }
        return new Outcome(room.taken(), ranking, met, "");
    }
}
