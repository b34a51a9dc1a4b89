package org.linli.polls.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.polls.counting.Ballot;
import org.linli.polls.counting.Project;

/// A ballot as Pabulib writes it: the same text for every ballot that no rule can tell apart, so it is also what a
/// receipt is made of.
///
/// @param vote ids, separated by commas
/// @param points as many numbers, or empty where the ballot gives none
public record BallotText(String vote, String points) implements Comparable<BallotText> {

    private static final Comparator<BallotText> ORDER =
            Comparator.comparing(BallotText::vote).thenComparing(BallotText::points);

    /// Throws `IllegalArgumentException` where two are ranked equal, which the format cannot say.
    ///
    /// @param decimals of the points, see [org.linli.polls.counting.Election.Scales]
    public static BallotText of(Ballot ballot, List<Project> projects, int decimals) {
        return switch (ballot) {
            case Ballot.Approval(List<Integer> named) -> new BallotText(ids(named, projects), "");
            case Ballot.Ranking(List<List<Integer>> classes) -> new BallotText(ids(strict(classes), projects), "");
            case Ballot.Points points -> of(points, projects, decimals);
        };
    }

    /// Most points first, equal ones as they are listed.
    private static BallotText of(Ballot.Points given, List<Project> projects, int decimals) {
        var order = new ArrayList<>(given.named());
        order.sort(Comparator.<Integer>comparingLong(it -> -given.points(it)).thenComparing(it -> it));
        return new BallotText(
                ids(order, projects),
                order.stream()
                        .map(it -> Amounts.written(given.points(it), decimals))
                        .collect(Collectors.joining(",")));
    }

    private static List<Integer> strict(List<List<Integer>> classes) {
        if (classes.stream().anyMatch(it -> it.size() > 1)) {
            throw new IllegalArgumentException("a ballot ranks two equally, which Pabulib cannot say");
        }
        return classes.stream().map(List::getFirst).toList();
    }

    private static String ids(List<Integer> named, List<Project> projects) {
        return named.stream().map(it -> projects.get(it).id()).collect(Collectors.joining(","));
    }

    /// What a receipt is made of.
    public String line() {
        return points.isEmpty() ? vote : vote + ";" + points;
    }

    @Override
    public int compareTo(BallotText other) {
        return ORDER.compare(this, other);
    }
}
