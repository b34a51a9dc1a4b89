package org.linli.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many letters of each account this replica is sending, and which accounts it lets rest: none takes all places.
final class Busy {

    static final int MOST_AN_ACCOUNT = 32;

    private final Map<String, Integer> sending = new ConcurrentHashMap<>();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    void begins(String account) {
        sending.merge(account, 1, Integer::sum);
    }

    void ends(String account) {
        sending.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }

    /// Its next letter would only wait.
    void rests(String account, Instant until) {
        resting.merge(account, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /// Those that have not all places free, with the number taken; a resting account has none free.
    Map<String, Integer> taken(Instant now) {
        resting.values().removeIf(until -> !until.isAfter(now));
        var taken = new HashMap<>(sending);
        resting.keySet().forEach(account -> taken.put(account, MOST_AN_ACCOUNT));
        return taken;
    }
}
