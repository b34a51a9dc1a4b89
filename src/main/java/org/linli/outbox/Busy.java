package org.linli.outbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many letters of each account this replica is sending, and which accounts it lets rest: none takes all places.
///
/// One half of the places is for anybody, so that a single account can go as fast as its platform allows; the other
/// half only for accounts that send few, so that one whose platform hangs holds up nobody else.
///
/// An account whose letters would only wait for their turn rests until the first of them may leave, and then has half
/// as many places; each letter that leaves gives it one more. So a slow account's letters are not taken up in vain,
/// and none of what it may send is left over.
final class Busy {

    static final int MOST_AN_ACCOUNT = 32;

    /// Letters that this replica sends at the same time.
    static final int PLACES = 256;

    private static final int FOR_ANYBODY = PLACES / 2;

    private final Map<String, Integer> sending = new ConcurrentHashMap<>();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();
    private final Map<String, Integer> fewer = new ConcurrentHashMap<>();

    void begins(String account) {
        sending.merge(account, 1, Integer::sum);
    }

    void ends(String account) {
        sending.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }

    /// One of its letters has left.
    void sent(String account) {
        fewer.computeIfPresent(account, (_, places) -> places + 1 == MOST_AN_ACCOUNT ? null : places + 1);
    }

    /// Its next letter would only wait.
    void rests(String account, Instant until) {
        if (resting.putIfAbsent(account, until) == null) {
            isTooMuch(account);
        }
        resting.computeIfPresent(account, (_, earlier) -> until.isBefore(earlier) ? until : earlier);
    }

    /// Its platform says that it is too much at once: half as many at the same time.
    void isTooMuch(String account) {
        fewer.merge(account, MOST_AN_ACCOUNT / 2, (places, _) -> Math.max(1, places / 2));
    }

    /// How many more may be sent now.
    int free() {
        int sent = sent();
        return Math.max(0, (sent < FOR_ANYBODY ? FOR_ANYBODY : PLACES) - sent);
    }

    /// Those that have not [#MOST_AN_ACCOUNT] places free, with the number taken; less than none where an account may
    /// have more. A resting account has none free.
    Map<String, Integer> taken(Instant now) {
        resting.values().removeIf(until -> !until.isAfter(now));
        int forAnybody = FOR_ANYBODY - sent();
        var taken = new HashMap<>(sending);
        if (forAnybody > 0) {
            taken.replaceAll((_, _) -> MOST_AN_ACCOUNT - forAnybody);
        }
        fewer.forEach(
                (account, places) -> taken.put(account, MOST_AN_ACCOUNT - places + sending.getOrDefault(account, 0)));
        resting.keySet().forEach(account -> taken.put(account, MOST_AN_ACCOUNT));
        return taken;
    }

    private int sent() {
        return sending.values().stream().mapToInt(Integer::intValue).sum();
    }
}
