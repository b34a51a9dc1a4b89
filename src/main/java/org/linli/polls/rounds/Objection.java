package org.linli.polls.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody says against a result while it is public (异议).
///
/// @param number     within the round
/// @param proposal   what it is about, which rests as long as it is open; 0: the whole result
/// @param caseNumber of the case that it is; empty for those from before objections were cases
/// @param answer     for everybody to read; empty while it is open
/// @param verdict    `null`: open, and the next phase waits for it
public record Objection(
        int number,
        int proposal,
        String words,
        String toldAt,
        String caseNumber,
        Instant at,
        String answer,
        @Nullable Verdict verdict) {

    public boolean isOpen() {
        return verdict == null;
    }

    /// Whether this proposal rests because of it.
    public boolean freezes(int number) {
        return isOpen() && (proposal == 0 || proposal == number);
    }

    @Override
    public String toString() {
        return "Objection[" + number + "]";
    }
}
