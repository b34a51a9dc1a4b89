package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// An [Election] as if what was withdrawn had never been on the ballot: rankings look at the order of the others alone.
///
/// @param places in the whole election, of those that stand
record Standing(Election election, List<Integer> places) {

    static Standing in(Election election) {
        return new Standing(
                election,
                IntStream.range(0, election.projects().size())
                        .filter(it -> election.projects().get(it).stands())
                        .boxed()
                        .toList());
    }

    /// A ranking of those that stand, told by their places in the whole election.
    List<List<Integer>> ranked(Function<Election, List<List<Integer>>> ranking) {
        if (places.size() == election.projects().size()) {
            return ranking.apply(election);
        }
        return ranking.apply(alone()).stream()
                .map(equal -> equal.stream().map(places::get).toList())
                .toList();
    }

    private Election alone() {
        var ballots = new LinkedHashMap<Ballot, Integer>();
        for (Map.Entry<Ballot, Integer> cast : election.ballots().entrySet()) {
            ballots.merge(ofThem(cast.getKey()), cast.getValue(), Integer::sum);
        }
        return new Election(
                places.stream().map(election.projects()::get).toList(),
                election.budget(),
                election.seats(),
                ballots,
                Election.Limits.NONE,
                election.scales());
    }

    private Ballot ofThem(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Approval(List<Integer> named) -> new Ballot.Approval(renumbered(named));
            case Ballot.Ranking(List<List<Integer>> classes) ->
                new Ballot.Ranking(classes.stream()
                        .map(this::renumbered)
                        .filter(it -> !it.isEmpty())
                        .toList());
            case Ballot.Points points -> ofThem(points);
        };
    }

    private Ballot ofThem(Ballot.Points points) {
        var named = new ArrayList<Integer>();
        var given = new ArrayList<Long>();
        points.named().stream().filter(places::contains).forEach(it -> {
            named.add(places.indexOf(it));
            given.add(points.points(it));
        });
        return new Ballot.Points(named, given);
    }

    private List<Integer> renumbered(List<Integer> those) {
        return those.stream().filter(places::contains).map(places::indexOf).toList();
    }
}
