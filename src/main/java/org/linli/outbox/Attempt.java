package org.linli.outbox;

import java.util.List;
import java.util.Optional;
import org.linli.channels.Address;

/// What was tried with a letter and what became of it.
///
/// @param to       where it was sent: the letter's own address, or another of the same person
/// @param way      empty when it came to none
/// @param receipts the platform's ids of the parts that it took in this attempt, in order
record Attempt(Address to, String way, List<String> receipts, Outcome outcome) {

    static Attempt failed(ClaimedLetter claimed, String reason) {
        return new Attempt(claimed.letter().to(), "", List.of(), new Outcome.Failed(reason, claimed.partsSent()));
    }

    /// Whether another way may be tried at once: nothing of the letter has left by this one.
    boolean leavesItToOthers() {
        return receipts.isEmpty() && (outcome instanceof Outcome.Held || outcome instanceof Outcome.Failed);
    }

    /// When no way worked: what can still come true counts more than what cannot, and what comes sooner more.
    Attempt orBetter(Attempt other) {
        if (!(outcome instanceof Outcome.Held mine)) {
            return other.outcome instanceof Outcome.Held ? other : this;
        }
        return other.outcome instanceof Outcome.Held its && opensSooner(its, mine) ? other : this;
    }

    private static boolean opensSooner(Outcome.Held one, Outcome.Held than) {
        return Optional.ofNullable(one.until())
                .map(until -> than.until() == null || until.isBefore(than.until()))
                .orElse(false);
    }
}
