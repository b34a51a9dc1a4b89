package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Instant run-off: whoever is first on fewest ballots falls out, those ballots count for their next, until
/// somebody is first on more than half of all ballots.
///
/// Several last ones fall out together. A ballot with equal firsts is divided among them.
final class InstantRunoff {

    private final Election election;
    /// So that a ballot can be divided exactly.
    private final BigInteger whole;

    private InstantRunoff(Election election) {
        this.election = election;
        this.whole = IntStream.rangeClosed(1, Math.max(1, largestClass(election)))
                .mapToObj(BigInteger::valueOf)
                .reduce(
                        BigInteger.ONE,
                        (one, other) -> one.divide(one.gcd(other)).multiply(other));
    }

    private static int largestClass(Election election) {
        return election.ballots().keySet().stream()
                .flatMap(it -> Rankings.of(it).stream())
                .mapToInt(List::size)
                .max()
                .orElse(1);
    }

    static List<List<Integer>> ranking(Election election) {
        return new InstantRunoff(election).ranking();
    }

    /// The winner, the others by their votes at the end, then those who fell out, the last of them first.
    private List<List<Integer>> ranking() {
        var left = new HashSet<>(
                IntStream.range(0, election.projects().size()).boxed().toList());
        var fallen = new ArrayList<List<Integer>>();
        while (!left.isEmpty()) {
            var standing = byVotes(left);
            var last = standing.lastEntry();
            if (standing.size() == 1 || isMajority(last.getKey())) {
                return Stream.concat(standing.descendingMap().values().stream(), fallen.reversed().stream())
                        .toList();
            }
            var weakest = standing.firstEntry().getValue();
            fallen.add(weakest);
            weakest.forEach(left::remove);
        }
        return List.of();
    }

    private boolean isMajority(BigInteger votes) {
        return votes.shiftLeft(1).compareTo(whole.multiply(BigInteger.valueOf(election.voters()))) > 0;
    }

    private TreeMap<BigInteger, List<Integer>> byVotes(Set<Integer> left) {
        var votes = new BigInteger[election.projects().size()];
        left.forEach(it -> votes[it] = BigInteger.ZERO);
        for (Map.Entry<Ballot, Integer> cast : election.ballots().entrySet()) {
            var first = first(cast.getKey(), left);
            first.forEach(it -> votes[it] = votes[it].add(part(cast.getValue(), first.size())));
        }
        var standing = new TreeMap<BigInteger, List<Integer>>();
        left.forEach(it ->
                standing.computeIfAbsent(votes[it], _ -> new ArrayList<>()).add(it));
        return standing;
    }

    private BigInteger part(int ballots, int among) {
        return whole.divide(BigInteger.valueOf(among)).multiply(BigInteger.valueOf(ballots));
    }

    private static List<Integer> first(Ballot ballot, Set<Integer> left) {
        return Rankings.of(ballot).stream()
                .map(it -> it.stream().filter(left::contains).toList())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
