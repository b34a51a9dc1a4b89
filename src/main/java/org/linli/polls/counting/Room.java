package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What may still be chosen: the money that is left, in all and under each cap, and what excludes what.
final class Room {

    private final Election election;
    private final List<Integer> taken = new ArrayList<>();
    private final long[] capped;
    private long left;

    private Room(Election election, long left) {
        this.election = election;
        this.left = left;
        this.capped =
                election.limits().caps().stream().mapToLong(Election.Cap::most).toArray();
    }

    static Room of(Election election) {
        return new Room(election, election.money().orElse(Long.MAX_VALUE));
    }

    /// Where somebody else watches the whole sum.
    static Room withoutBudget(Election election) {
        return new Room(election, Long.MAX_VALUE);
    }

    /// Only ever turns from true to false.
    boolean fits(int project) {
        var it = election.projects().get(project);
        return it.stands() && it.cost() <= left && fitsCaps(project, it.cost()) && !isExcluded(project);
    }

    private boolean fitsCaps(int project, long cost) {
        var caps = election.limits().caps();
        return IntStream.range(0, caps.size())
                .noneMatch(i -> caps.get(i).projects().contains(project) && capped[i] < cost);
    }

    private boolean isExcluded(int project) {
        return taken.contains(project)
                || election.limits().exclusive().stream()
                        .anyMatch(it -> it.contains(project) && taken.stream().anyMatch(it::contains));
    }

    void take(int project) {
        long cost = election.projects().get(project).cost();
        left -= cost;
        var caps = election.limits().caps();
        for (int i = 0; i < capped.length; i++) {
            capped[i] -= caps.get(i).projects().contains(project) ? cost : 0;
        }
        taken.add(project);
    }

    List<Integer> taken() {
        return List.copyOf(taken);
    }

    long spent() {
        return taken.stream()
                .mapToLong(it -> election.projects().get(it).cost())
                .sum();
    }
}
