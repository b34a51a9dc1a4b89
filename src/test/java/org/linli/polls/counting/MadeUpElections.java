package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Small elections of every shape.
final class MadeUpElections {

    private MadeUpElections() {}

    static Arbitrary<Election> approvals() {
        return budgets()
                .flatMap(it -> Arbitraries.integers()
                        .between(0, it.projects().size() - 1)
                        .set()
                        .ofMaxSize(4)
                        .map(named -> (Ballot) new Ballot.Approval(List.copyOf(named)))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(9)
                        .map(ballots -> cast(it, ballots)));
    }

    static Arbitrary<Election> points() {
        return budgets()
                .flatMap(it -> Arbitraries.maps(
                                Arbitraries.integers().between(0, it.projects().size() - 1),
                                Arbitraries.longs().between(0, 5))
                        .ofMaxSize(4)
                        .map(MadeUpElections::given)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(9)
                        .map(ballots -> cast(it, ballots)));
    }

    /// With caps for some projects together and some that exclude each other.
    static Arbitrary<Election> limited() {
        return approvals()
                .flatMap(it -> Combinators.combine(
                                group(it), Arbitraries.longs().between(0, 20), group(it), group(it), group(it))
                        .as((capped, most, others, one, two) -> new Election(
                                it.projects(),
                                it.budget(),
                                1,
                                it.ballots(),
                                new Election.Limits(
                                        List.of(new Election.Cap(capped, most), new Election.Cap(others, most + 5)),
                                        List.of(one, two)),
                                it.scales())));
    }

    private static Arbitrary<Set<Integer>> group(Election it) {
        return Arbitraries.integers().between(0, it.projects().size() - 1).set().ofMaxSize(3);
    }

    /// No equal ranks; some names may be left out.
    static Arbitrary<Election> rankings() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(people -> Combinators.combine(
                                Arbitraries.integers().between(1, 4),
                                order(people).list().ofMinSize(1).ofMaxSize(12))
                        .as((seats, ballots) -> new Election(
                                people(people),
                                null,
                                seats,
                                Election.together(ballots),
                                Election.Limits.NONE,
                                Election.Scales.WHOLE)));
    }

    private static Arbitrary<Ballot> order(int people) {
        return Combinators.combine(
                        Arbitraries.shuffle(IntStream.range(0, people).boxed().toList()),
                        Arbitraries.integers().between(0, people))
                .as((all, named) -> Ballot.Ranking.strictly(all.subList(0, named)));
    }

    private static List<Project> people(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> new Project(String.valueOf(it + 1), 0))
                .toList();
    }

    private static Ballot given(Map<Integer, Long> points) {
        return new Ballot.Points(List.copyOf(points.keySet()), List.copyOf(points.values()));
    }

    private static Arbitrary<Election> budgets() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 12).list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.longs().between(1, 30))
                .as((costs, budget) -> Election.of(projects(costs), budget, List.of()));
    }

    private static List<Project> projects(List<Long> costs) {
        var projects = new ArrayList<Project>();
        for (long cost : costs) {
            projects.add(new Project(String.valueOf(projects.size() + 1), cost));
        }
        return projects;
    }

    static Election cast(Election it, List<Ballot> ballots) {
        return new Election(
                it.projects(), it.budget(), it.seats(), Election.together(ballots), it.limits(), it.scales());
    }

    /// Each ballot as often as it was cast.
    static List<Ballot> oneByOne(Election it) {
        var all = new ArrayList<Ballot>();
        it.ballots().forEach((ballot, times) -> IntStream.range(0, times).forEach(_ -> all.add(ballot)));
        return all;
    }

    /// All but the empty one.
    static List<Set<Integer>> subsets(int size) {
        return IntStream.range(1, 1 << size)
                .mapToObj(bits -> IntStream.range(0, size)
                        .filter(it -> (bits >> it & 1) == 1)
                        .boxed()
                        .collect(Collectors.toSet()))
                .toList();
    }
}
