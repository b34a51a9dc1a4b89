package org.linli.outbox;

/// A letter that this replica sends now.
///
/// @param attempt   1 for the first; part of the lease
/// @param partsSent of a long letter, how many parts the platform has taken before
record ClaimedLetter(Letter letter, int attempt, int partsSent) {}
