package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.polls.counting.Outcome.Tie;

/// Sequential Phragmén for projects with costs: everybody's purse fills at the same speed from nothing, and a
/// project is bought at the moment when its supporters together can pay for it.
///
/// Los, Christoff, Grossi: "Proportional Budget Allocations: Towards a Systematization" (IJCAI 2022). It ends
/// with the first project that would not fit, also where only one of several equal ones would not. Nobody's
/// projects are never chosen.
final class Phragmen {

    private final Election election;
    private final Backers backers;
    private final TieOrder ties;
    /// What each group of equal ballots has paid for so far, as the moment of its last purchase, over
    /// `denominator`.
    private final BigInteger[] loads;
    private BigInteger denominator = BigInteger.ONE;

    private Phragmen(Election election, Backers backers, TieOrder ties) {
        this.election = election;
        this.backers = backers;
        this.ties = ties;
        this.loads = new BigInteger[backers.sizes().length];
        Arrays.fill(loads, BigInteger.ZERO);
    }

    static Outcome count(Election election, TieOrder ties) {
        if (election.money().isEmpty()) {
            throw new IllegalArgumentException("purses fill to spend a budget, and none is given");
        }
        return new Phragmen(election, Backers.of(election, Utility.CARDINALITY), ties).count();
    }

    private record Moment(int project, Ratio when) {}

    private Outcome count() {
        var order = ties.of(election.projects(), backers.votes());
        var room = Room.of(election);
        var met = new ArrayList<Tie>();
        var left = IntStream.range(0, election.projects().size())
                .filter(room::fits)
                .boxed()
                .toList();
        for (var next = first(left); !next.isEmpty(); next = first(left)) {
            var equal = next.stream().map(Moment::project).sorted(order).toList();
            if (!equal.stream().allMatch(room::fits)) {
                break;
            }
            int chosen = equal.getFirst();
            if (equal.size() > 1) {
                met.add(new Tie(equal, chosen));
            }
            room.take(chosen);
            load(chosen, next.getFirst().when());
            left = left.stream().filter(it -> it != chosen).toList();
        }
        return Outcome.of(room.taken(), met);
    }

    private List<Moment> first(List<Integer> left) {
        var moments = left.stream()
                .filter(it -> backers.votes()[it] > 0)
                .map(it -> new Moment(it, moment(it)))
                .toList();
        var earliest = moments.stream().map(Moment::when).min(Ratio::compareTo);
        return moments.stream()
                .filter(it -> it.when().compareTo(earliest.orElseThrow()) == 0)
                .toList();
    }

    private Ratio moment(int project) {
        var owed = BigInteger.valueOf(election.projects().get(project).cost()).multiply(denominator);
        for (var backing : backers.groups().get(project)) {
            for (int group : backing.groups()) {
                owed = owed.add(loads[group].multiply(BigInteger.valueOf(backers.sizes()[group])));
            }
        }
        return new Ratio(owed, denominator.multiply(BigInteger.valueOf(backers.votes()[project])));
    }

    private void load(int project, Ratio moment) {
        var exact = moment.reduced();
        var common = denominator.divide(denominator.gcd(exact.under())).multiply(exact.under());
        var factor = common.divide(denominator);
        Arrays.setAll(loads, i -> loads[i].multiply(factor));
        denominator = common;
        var reached = exact.over().multiply(common.divide(exact.under()));
        for (var backing : backers.groups().get(project)) {
            Arrays.stream(backing.groups()).forEach(group -> loads[group] = reached);
        }
    }
}
