package org.linli.polls.counting;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Jean-Charles de Borda, 1781: of n, the best of a ballot gets n points, the last 1; equal ones share the mean
/// of their places, and those who are not ranked share what is left.
final class Borda {

    private Borda() {}

    static List<List<Integer>> ranking(Election election) {
        int size = election.projects().size();
        var doubled = new long[size];
        election.ballots().forEach((ballot, times) -> {
            int above = 0;
            for (List<Integer> equal : classes(ballot, size, election.scales().unrankedLast())) {
                // twice the mean of places above + 1 to above + size of the class
                long points = 2L * (size - above) - equal.size() + 1;
                equal.forEach(it -> doubled[it] += points * times);
                above += equal.size();
            }
        });
        return Rankings.by(IntStream.range(0, size).boxed().toList(), it -> doubled[it]);
    }

    private static List<List<Integer>> classes(Ballot ballot, int size, boolean unrankedLast) {
        var ranked = Rankings.of(ballot);
        var named = new boolean[size];
        ranked.forEach(equal -> equal.forEach(it -> named[it] = true));
        var others = IntStream.range(0, size).filter(it -> !named[it]).boxed().toList();
        if (others.isEmpty() || !unrankedLast) {
            return ranked;
        }
        return Stream.concat(ranked.stream(), Stream.of(others)).toList();
    }
}
