package org.linli.polls.counting;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// What one person wants (选票). Projects are told by their place in [Election#projects()]; none is named twice.
///
/// Two ballots are equal when no rule can tell them apart, so that equal ones are counted together.
public sealed interface Ballot {

    /// Named projects, in no order of preference.
    List<Integer> named();

    /// Points that a project gets; 0 for one that is not named.
    long points(int project);

    /// Borda's points within the ballot: how many of the named it leaves behind or equals, so that the last of
    /// three gets one; 0 for one that is not named.
    long rank(int project);

    /// Whoever wants these, all alike: approval, and one choice.
    record Approval(List<Integer> named) implements Ballot {

        public Approval {
            named = named.stream().sorted().toList();
            refuseTwins(named);
        }

        @Override
        public long points(int project) {
            return named.contains(project) ? 1 : 0;
        }

        @Override
        public long rank(int project) {
            return points(project);
        }
    }

    /// Whoever gives points: cumulative and scoring.
    ///
    /// @param given as many as `named`, in the smallest unit of the election's points
    record Points(List<Integer> named, List<Long> given) implements Ballot {

        public Points {
            named = List.copyOf(named);
            given = List.copyOf(given);
            refuseTwins(named);
            if (named.size() != given.size()) {
                throw new IllegalArgumentException("%d projects and %d points".formatted(named.size(), given.size()));
            }
        }

        @Override
        public long points(int project) {
            int place = named.indexOf(project);
            return place < 0 ? 0 : given.get(place);
        }

        @Override
        public long rank(int project) {
            long mine = points(project);
            return named.contains(project)
                    ? given.stream().filter(it -> it <= mine).count()
                    : 0;
        }
    }

    /// Whoever orders them.
    ///
    /// @param classes best first; those in one class are liked equally
    record Ranking(List<List<Integer>> classes) implements Ballot {

        public Ranking {
            classes = classes.stream().map(it -> it.stream().sorted().toList()).toList();
            refuseTwins(classes.stream().flatMap(List::stream).toList());
        }

        public static Ranking strictly(List<Integer> order) {
            return new Ranking(order.stream().map(List::of).toList());
        }

        @Override
        public List<Integer> named() {
            return classes.stream().flatMap(List::stream).toList();
        }

        @Override
        public long points(int project) {
            return rank(project);
        }

        @Override
        public long rank(int project) {
            return IntStream.range(0, classes.size())
                    .filter(i -> classes.get(i).contains(project))
                    .mapToLong(i -> classes.subList(i, classes.size()).stream()
                            .mapToLong(List::size)
                            .sum())
                    .sum();
        }
    }

    private static void refuseTwins(List<Integer> named) {
        if (new HashSet<>(named).size() < named.size()) {
            throw new IllegalArgumentException("a ballot names a project twice");
        }
    }
}
