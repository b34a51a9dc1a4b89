package org.linli.polls.voiding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ballot that somebody of staff wants to take out (作废), and what became of it.
///
/// @param number    within the vote
/// @param reason    as it stands in the log, for everybody to read
/// @param voter     whose ballot; empty since nothing joins voters and ballots any more
/// @param decidedBy the second of the two, or whoever left it; empty while it is asked
public record Annulment(
        int number,
        Why why,
        String reason,
        String voter,
        String token,
        String send,
        State state,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        @Nullable Instant decidedAt) {

    /// Stored by name, so never renamed; also a key of what people are told.
    public enum Why {
        /// 录错: the paper was entered wrongly, or for somebody else. Its voter may vote anew.
        WRONG_PAPER,
        /// 没有资格: its voter should not have stood in the register, and leaves it.
        NOT_ENTITLED
    }

    /// Stored by name, so never renamed.
    public enum State {
        ASKED,
        VOIDED,
        /// The ballot stays.
        LEFT
    }

    /// Whether this member of staff may be the second.
    public boolean mayBeConfirmedBy(String member) {
        return state == State.ASKED && !askedBy.equals(member);
    }

    Annulment decided(State now, String by, Instant at) {
        return new Annulment(number, why, reason, voter, token, send, now, askedBy, askedAt, by, at);
    }

    /// Who it is about is nobody's business who reads logs.
    @Override
    public String toString() {
        return "Annulment[" + number + ", " + state + "]";
    }
}
