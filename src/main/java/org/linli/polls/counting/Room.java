package org.linli.polls.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What may still be chosen: the money or the seats that are left, money under each cap, and what excludes what.
final class Room {

    private final Election election;
    private final List<Integer> taken = new ArrayList<>();
    private final long[] capped;
    private final long seats;
    private long left;

    private Room(Election election, long left, long seats) {
        this.election = election;
        this.left = left;
        this.seats = seats;
        this.capped =
                election.limits().caps().stream().mapToLong(Election.Cap::most).toArray();
    }

    static Room of(Election election) {
        return election.money().isPresent()
                ? new Room(election, election.money().getAsLong(), Long.MAX_VALUE)
                : new Room(election, Long.MAX_VALUE, election.seats());
    }

    /// Where somebody else watches the whole sum.
    static Room withoutBudget(Election election) {
        return new Room(election, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// Only ever turns from true to false.
    boolean fits(int project) {
        var it = election.projects().get(project);
        return it.stands()
                && taken.size() < seats
                && it.cost() <= left
                && fitsCaps(project, it.cost())
                && !isExcluded(project);
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
}
