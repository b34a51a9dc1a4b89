package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The Scottish count as its rules tell it: every ballot alone, with its own value, and the votes added up anew at each
/// stage.
final class PlainStv {

    private static final long ONE = 100_000;

    private final List<List<Integer>> ballots;
    private final long[] value;
    private final int seats;
    private final int people;
    private final Comparator<Integer> order;
    private final Set<Integer> inTheCount = new HashSet<>();
    private final List<Integer> elected = new ArrayList<>();
    private final List<long[]> stages = new ArrayList<>();
    /// With whom a ballot lies; -1: with nobody any more.
    private final int[] lies;
    /// What an elected person keeps.
    private final long[] kept;

    PlainStv(Election election, Comparator<Integer> order) {
        this.ballots = MadeUpElections.oneByOne(election).stream()
                .map(Ballot::named)
                .filter(it -> !it.isEmpty())
                .toList();
        this.people = election.projects().size();
        this.seats = election.seats();
        this.order = order;
        this.value = new long[ballots.size()];
        this.lies = new int[ballots.size()];
        this.kept = new long[people];
        IntStream.range(0, people).forEach(inTheCount::add);
        IntStream.range(0, ballots.size()).forEach(it -> {
            value[it] = ONE;
            lies[it] = ballots.get(it).getFirst();
        });
    }

    List<Integer> winners() {
        long quota = (ballots.size() / (seats + 1) + 1) * ONE;
        var surplus = new HashSet<Integer>();
        while (true) {
            stages.add(votes());
            var reached = inTheCount.stream()
                    .filter(it -> now()[it] >= quota)
                    .sorted(mostFirst())
                    .toList();
            for (int person : reached) {
                elected.add(person);
                inTheCount.remove(person);
                if (now()[person] > quota) {
                    surplus.add(person);
                }
            }
            int vacant = seats - elected.size();
            if (vacant <= 0) {
                return elected.subList(0, seats);
            }
            if (inTheCount.size() <= vacant) {
                inTheCount.stream().sorted(mostFirst()).forEach(elected::add);
                return elected;
            }
            if (!surplus.isEmpty()) {
                int largest = surplus.stream().min(this::largestFirst).orElseThrow();
                surplus.remove(largest);
                long all = now()[largest];
                pass(largest, all - quota, all);
                kept[largest] = quota;
            } else {
                int least = inTheCount.stream().min(this::smallestFirst).orElseThrow();
                inTheCount.remove(least);
                pass(least, 1, 1);
            }
        }
    }

    private void pass(int from, long part, long whole) {
        for (int i = 0; i < lies.length; i++) {
            if (lies[i] == from) {
                value[i] = value[i] * part / whole;
                lies[i] = ballots.get(i).stream()
                        .filter(inTheCount::contains)
                        .findFirst()
                        .orElse(-1);
            }
        }
    }

    private long[] votes() {
        var votes = kept.clone();
        IntStream.range(0, lies.length).filter(it -> lies[it] >= 0).forEach(it -> votes[lies[it]] += value[it]);
        return votes;
    }

    private long[] now() {
        return stages.getLast();
    }

    private Comparator<Integer> mostFirst() {
        return Comparator.comparingLong((Integer it) -> -now()[it]).thenComparing(order);
    }

    private int largestFirst(int one, int other) {
        int byStage = byLatestDifference(one, other);
        return byStage == 0 ? order.compare(one, other) : -byStage;
    }

    private int smallestFirst(int one, int other) {
        int byStage = byLatestDifference(one, other);
        return byStage == 0 ? order.compare(other, one) : byStage;
    }

    private int byLatestDifference(int one, int other) {
        for (long[] stage : stages.reversed()) {
            if (stage[one] != stage[other]) {
                return Long.compare(stage[one], stage[other]);
            }
        }
        return 0;
    }
}
