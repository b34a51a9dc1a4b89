package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.polls.counting.Duels.Strength;

/// Rules that compare everybody with everybody: rankings out of [Duels].
final class Condorcet {

    private Condorcet() {}

    /// Victories minus defeats.
    static List<List<Integer>> copeland(Duels duels) {
        return Rankings.by(
                everybody(duels),
                a -> everybody(duels).stream()
                        .mapToLong(b -> Long.signum(duels.margin(a, b)))
                        .sum());
    }

    /// Whoever's worst defeat is the least.
    static List<List<Integer>> minimax(Duels duels, Strength by) {
        return Rankings.by(
                everybody(duels),
                a -> -everybody(duels).stream()
                        .mapToLong(b -> duels.strength(b, a, by))
                        .max()
                        .orElse(0));
    }

    /// Markus Schulze: "A new monotonic, clone-independent, reversal symmetric, and condorcet-consistent
    /// single-winner election method" (Social Choice and Welfare 36, 2011). A path is as strong as its weakest
    /// victory.
    static List<List<Integer>> schulze(Duels duels, Strength by) {
        int size = duels.size();
        var path = new long[size][size];
        everybody(duels).forEach(a -> everybody(duels).forEach(b -> path[a][b] = duels.strength(a, b, by)));
        for (int through = 0; through < size; through++) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    path[a][b] = Math.max(path[a][b], Math.min(path[a][through], path[through][b]));
                }
            }
        }
        return Rankings.unbeaten(size, (one, other) -> path[other][one] > path[one][other]);
    }

    /// T. N. Tideman: "Independence of clones as a criterion for voting rules" (Social Choice and Welfare 4,
    /// 1987). Strong victories are locked in first; of equally strong ones those that would close a circle are
    /// all left out.
    static List<List<Integer>> rankedPairs(Duels duels, Strength by) {
        Comparator<Pair> stronger = Comparator.comparingLong((Pair it) -> -duels.strength(it.a(), it.b(), by))
                .thenComparingLong(it -> duels.wins()[it.b()][it.a()]);
        var locked = new Locked(duels.size());
        var pairs = pairs(duels).stream().sorted(stronger).toList();
        for (int i = 0, next; i < pairs.size(); i = next) {
            var first = pairs.get(i);
            next = i;
            while (next < pairs.size() && stronger.compare(first, pairs.get(next)) == 0) {
                next++;
            }
            locked.addThoseInNoCircle(pairs.subList(i, next));
        }
        return Rankings.unbeaten(duels.size(), (one, other) -> locked.has(other, one));
    }

    private static List<Pair> pairs(Duels duels) {
        var pairs = new ArrayList<Pair>();
        everybody(duels)
                .forEach(a -> everybody(duels).stream()
                        .filter(b -> duels.beats(a, b))
                        .forEach(b -> pairs.add(new Pair(a, b))));
        return pairs;
    }

    private static List<Integer> everybody(Duels duels) {
        return IntStream.range(0, duels.size()).boxed().toList();
    }

    /// `a` beats `b`.
    private record Pair(int a, int b) {}

    /// Victories that stand.
    private static final class Locked {

        private final boolean[][] over;

        Locked(int size) {
            over = new boolean[size][size];
        }

        boolean has(int a, int b) {
            return over[a][b];
        }

        void addThoseInNoCircle(List<Pair> group) {
            group.forEach(it -> over[it.a()][it.b()] = true);
            var reached = reached();
            group.stream().filter(it -> reached[it.b()][it.a()]).forEach(it -> over[it.a()][it.b()] = false);
        }

        private boolean[][] reached() {
            int size = over.length;
            var reached = new boolean[size][];
            IntStream.range(0, size).forEach(a -> reached[a] = over[a].clone());
            for (int through = 0; through < size; through++) {
                for (int a = 0; a < size; a++) {
                    for (int b = 0; b < size; b++) {
                        reached[a][b] |= reached[a][through] && reached[through][b];
                    }
                }
            }
            return reached;
        }
    }
}
