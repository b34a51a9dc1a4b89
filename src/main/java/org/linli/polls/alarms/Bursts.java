package org.linli.polls.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.linli.polls.Whence.Kind;

/// Whether so many voters come from one source within so short a time that somebody should look: pure.
///
/// @param window how long
/// @param usual  of each kind, so many are told to the committee and fewer are not
public record Bursts(Duration window, Map<Kind, Integer> usual) {

    /// A ballot of one source.
    ///
    /// @param voter who counts once, however often they vote
    public record Seen(String voter, Instant at) {}

    public Bursts {
        usual = Map.copyOf(usual);
    }

    /// The most voters in any such stretch of time; empty where they are as few as usual.
    public OptionalInt most(Kind kind, List<Seen> ofOneSource) {
        int most = most(ofOneSource);
        return usual.containsKey(kind) && most >= usual.get(kind) ? OptionalInt.of(most) : OptionalInt.empty();
    }

    private int most(List<Seen> ofOneSource) {
        var within = new ArrayDeque<Seen>();
        var times = new HashMap<String, Integer>();
        int most = 0;
        for (var it :
                ofOneSource.stream().sorted(Comparator.comparing(Seen::at)).toList()) {
            within.add(it);
            times.merge(it.voter(), 1, Integer::sum);
            while (!within.getFirst().at().isAfter(it.at().minus(window))) {
                forget(within.removeFirst().voter(), times);
            }
            most = Math.max(most, times.size());
        }
        return most;
    }

    private static void forget(String voter, Map<String, Integer> times) {
        int left = times.getOrDefault(voter, 1) - 1;
        if (left == 0) {
            times.remove(voter);
        } else {
            times.put(voter, left);
        }
    }
}
