package org.linli.outbox;

import java.util.List;

/// A letter that this replica sends now.
///
/// @param attempt   1 for the first; part of the lease
/// @param failures  how often the platform did not take it
/// @param partsSent of a long letter, how many parts the platform has taken before
/// @param way       by which it was tried last; empty before the first time
/// @param urgent    whether a way that costs more is better than waiting
/// @param failedWays by which it was sent and did not arrive: not tried again
record ClaimedLetter(
        Letter letter, int attempt, int failures, int partsSent, String way, boolean urgent, List<String> failedWays) {

    /// Which of our accounts sends it, as claims are fair by it.
    String account() {
        return letter.to().channel() + ":" + letter.to().account();
    }
}
