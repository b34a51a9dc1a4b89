package org.linli.polls.counting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The ballots of [ScottishStv], each lying with the person for whom it counts now, at the value that it has
/// now.
final class Piles {

    private static final long ONE = 100_000;

    /// Equal ballots.
    ///
    /// @param value of each, in hundred thousandths
    private record Parcel(List<Integer> order, long ballots, long value) {}

    private final Map<Integer, List<Parcel>> lying = new HashMap<>();
    private final long[] votes;
    private final long ballots;

    Piles(Election election, Set<Integer> continuing) {
        this.votes = new long[election.projects().size()];
        election.ballots().forEach((ballot, times) -> lay(new Parcel(strict(ballot), times, ONE), continuing));
        this.ballots =
                IntStream.range(0, votes.length).mapToLong(it -> votes[it]).sum() / ONE;
    }

    private static List<Integer> strict(Ballot ballot) {
        var classes = Rankings.of(ballot);
        if (classes.stream().anyMatch(it -> it.size() > 1)) {
            throw new IllegalArgumentException("a ballot holds two to be equal, which cannot be transferred");
        }
        return classes.stream().map(List::getFirst).toList();
    }

    /// With the next of its order who is still in the count. Without one it counts for nobody any more.
    private void lay(Parcel parcel, Set<Integer> continuing) {
        parcel.order().stream().filter(continuing::contains).findFirst().ifPresent(person -> {
            lying.computeIfAbsent(person, _ -> new ArrayList<>()).add(parcel);
            votes[person] += parcel.ballots() * parcel.value();
        });
    }

    /// At the first count: those that name anybody.
    long ballots() {
        return ballots;
    }

    /// Of everybody at this stage, in hundred thousandths.
    long[] votes() {
        return votes.clone();
    }

    long votesOf(int person) {
        return votes[person];
    }

    void passOnAll(int person, Set<Integer> continuing) {
        var parcels = lying.getOrDefault(person, List.of());
        lying.remove(person);
        votes[person] = 0;
        parcels.forEach(it -> lay(it, continuing));
    }

    /// Each ballot at its value times surplus by votes, rounded down; the quota stays.
    void passOnSurplus(int person, long quota, Set<Integer> continuing) {
        long all = votes[person];
        var parcels = lying.getOrDefault(person, List.of());
        lying.remove(person);
        votes[person] = quota;
        parcels.forEach(it ->
                lay(new Parcel(it.order(), it.ballots(), part(it.value(), all - quota, all)), continuing));
    }

    private static long part(long value, long surplus, long all) {
        return BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(surplus))
                .divide(BigInteger.valueOf(all))
                .longValueExact();
    }
}
