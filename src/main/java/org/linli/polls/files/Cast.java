package org.linli.polls.files;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.polls.counting.Ballot;

/// Ballots of a file while it is read, equal ones together.
final class Cast {

    /// So that no rule's sums overflow.
    private static final long MOST = 1_000_000_000;

    private final Map<Ballot, Integer> ballots = new LinkedHashMap<>();
    private long all;

    /// @param times as the file says
    void add(Ballot ballot, String times, int line) {
        if (!times.matches("\\d{1,9}") || Integer.parseInt(times) == 0) {
            throw BrokenElection.at(line, "'%s' ballots, expected a number from 1 to 999999999".formatted(times));
        }
        add(ballot, Integer.parseInt(times), line);
    }

    void add(Ballot ballot, int times, int line) {
        all += times;
        if (all > MOST) {
            throw BrokenElection.at(line, "more than %d ballots".formatted(MOST));
        }
        ballots.merge(ballot, times, Integer::sum);
    }

    Map<Ballot, Integer> together() {
        return ballots;
    }
}
