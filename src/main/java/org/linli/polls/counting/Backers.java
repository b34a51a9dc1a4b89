package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Who backs what, and how much it is worth to them: an [Election] seen through a [Utility].
///
/// @param sizes how many voters are in each group of equal ballots
/// @param groups for each project, those who get something from it, by what they get
/// @param votes for each project, how many voters name it
/// @param scores for each project, the sum of what it is worth, before it is multiplied by the cost
record Backers(int[] sizes, List<List<Backing>> groups, long[] votes, long[] scores, long voters) {

    /// @param worth to each of them: positive
    /// @param groups places in [Backers#sizes()]
    record Backing(long worth, int[] groups) {}

    static Backers of(Election election, Utility utility) {
        int[] sizes = election.ballots().values().stream().mapToInt(it -> it).toArray();
        int projects = election.projects().size();
        var sorted = new ArrayList<TreeMap<Long, List<Integer>>>();
        IntStream.range(0, projects).forEach(_ -> sorted.add(new TreeMap<>()));
        long[] votes = new long[projects];
        long[] scores = new long[projects];
        int group = 0;
        for (Ballot ballot : election.ballots().keySet()) {
            for (int project : ballot.named()) {
                long worth = utility.worth(ballot, project);
                votes[project] += sizes[group];
                scores[project] = Math.addExact(scores[project], Math.multiplyExact(worth, sizes[group]));
                sorted.get(project)
                        .computeIfAbsent(worth, _ -> new ArrayList<>())
                        .add(group);
            }
            group++;
        }
        var groups = IntStream.range(0, projects)
                .mapToObj(it -> backings(sorted.get(it), factor(election, utility, it)))
                .toList();
        return new Backers(sizes, groups, votes, scores, election.voters());
    }

    private static long factor(Election election, Utility utility, int project) {
        return utility.timesCost()
                ? Math.max(1, election.projects().get(project).cost())
                : 1;
    }

    private static List<Backing> backings(TreeMap<Long, List<Integer>> byWorth, long factor) {
        return byWorth.tailMap(0L, false).entrySet().stream()
                .map(it -> new Backing(
                        Math.multiplyExact(it.getKey(), factor),
                        it.getValue().stream().mapToInt(group -> group).toArray()))
                .toList();
    }

    /// How much all of them together get from a project.
    long worth(int project) {
        long sum = 0;
        for (Backing backing : groups.get(project)) {
            for (int group : backing.groups()) {
                sum = Math.addExact(sum, Math.multiplyExact(backing.worth(), sizes[group]));
            }
        }
        return sum;
    }
}
