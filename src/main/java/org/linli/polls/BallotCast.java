package org.linli.polls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.SaidInSecret;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Hash;

/// Somebody has voted, or votes anew: the last ballot counts.
///
/// @param token  under which the ballot is stored
/// @param former token under which the same person may have voted before we knew them; empty: none
/// @param entry  what stands for it in the log; `null` where the vote has none
/// @param onlyFirst whether it counts only where this voice was not given yet, like paper
/// @param send   names this attempt: made again it changes nothing, not even after a later ballot
record BallotCast(
        Poll poll,
        Voter voter,
        String token,
        String former,
        Marks marks,
        @Nullable Hash entry,
        String send,
        Instant at,
        boolean onlyFirst)
        implements SaidInSecret {

    /// The same, unless this voice was given before.
    BallotCast onlyAsFirst() {
        return new BallotCast(poll, voter, token, former, marks, entry, send, at, true);
    }

    /// Of a vote whose register is settled: others are held among neighbours.
    @Override
    public boolean isSecret() {
        return poll.electorate().frozen();
    }

    @Override
    public Object contested() {
        return "ballot " + poll.id() + token;
    }

    @Override
    public String toString() {
        return "BallotCast[" + poll + "]";
    }
}
