package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.polls.counting.Outcome.Tie;

/// Single transferable vote by the Scottish Local Government Elections Order 2007, rules 45 to 52: votes in
/// hundred thousandths, rounded down; the whole of an elected person's ballots is passed on at a lower value,
/// the largest surplus first; who has least falls out when no surplus is left. Equal ones are told apart by the
/// latest earlier stage at which they were not equal, then by [TieOrder].
final class ScottishStv {

    private static final long ONE = 100_000;

    private final int seats;
    private final Comparator<Integer> order;
    private final long quota;
    private final Piles piles;
    private final Set<Integer> continuing;
    private final List<Integer> elected = new ArrayList<>();
    private final Set<Integer> withSurplus = new LinkedHashSet<>();
    private final List<long[]> stages = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();

    private ScottishStv(Election election, TieOrder ties) {
        this.seats = election.seats();
        this.order = ties.of(
                election.projects(), Backers.of(election, Utility.CARDINALITY).votes());
        this.continuing = new HashSet<>(IntStream.range(0, election.projects().size())
                .filter(it -> election.projects().get(it).stands())
                .boxed()
                .toList());
        this.piles = new Piles(election, continuing);
        this.quota = (piles.ballots() / (seats + 1) + 1) * ONE;
    }

    /// Every ballot must order strictly whom it names.
    static Outcome count(Election election, TieOrder ties) {
        return new ScottishStv(election, ties).count();
    }

    private Outcome count() {
        while (true) {
            stages.add(piles.votes());
            continuing.stream()
                    .filter(it -> piles.votesOf(it) >= quota)
                    .sorted(byVotes())
                    .toList()
                    .forEach(this::elect);
            int vacant = seats - elected.size();
            if (vacant <= 0 || continuing.size() <= vacant) {
                continuing.stream().sorted(byVotes()).limit(Math.max(0, vacant)).forEach(elected::add);
                return Outcome.of(elected.subList(0, Math.min(seats, elected.size())), ties);
            }
            passOn();
        }
    }

    private Comparator<Integer> byVotes() {
        return Comparator.comparingLong((Integer it) -> -piles.votesOf(it)).thenComparing(order);
    }

    private void elect(int person) {
        elected.add(person);
        continuing.remove(person);
        if (piles.votesOf(person) > quota) {
            withSurplus.add(person);
        }
    }

    private void passOn() {
        if (withSurplus.isEmpty()) {
            int weakest = pick(continuing, false);
            continuing.remove(weakest);
            piles.passOnAll(weakest, continuing);
        } else {
            int strongest = pick(withSurplus, true);
            withSurplus.remove(strongest);
            piles.passOnSurplus(strongest, quota, continuing);
        }
    }

    private int pick(Set<Integer> among, boolean most) {
        var equal = List.copyOf(among);
        for (long[] stage : stages.reversed()) {
            var votes = equal.stream().mapToLong(it -> stage[it]);
            long wanted = (most ? votes.max() : votes.min()).orElseThrow();
            equal = equal.stream().filter(it -> stage[it] == wanted).toList();
        }
        int picked = equal.stream().min(most ? order : order.reversed()).orElseThrow();
        if (equal.size() > 1) {
            var sorted = equal.stream().sorted(order).toList();
            ties.add(new Tie(sorted, sorted.getFirst()));
        }
        return picked;
    }
}
