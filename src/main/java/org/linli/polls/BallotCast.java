package org.linli.polls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.SaidInSecret;
import org.linli.platform.database.CommunityId;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Seals.Seal;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Hash;

/// Somebody has voted, or votes anew: the last ballot counts.
///
/// @param token  under which the ballot is stored
/// @param former token under which the same person may have voted before we knew them; empty: none
/// @param entry  what stands for it in the log; `null` where the vote has none
/// @param onlyFirst whether it counts only where this voice was not given yet, like paper
/// @param traces where it comes from, hashed
/// @param send   names this attempt: made again it changes nothing, not even after a later ballot
record BallotCast(
        Poll poll,
        Voter voter,
        String token,
        String former,
        Marks marks,
        @Nullable Hash entry,
        List<Trace> traces,
        String send,
        Instant at,
        boolean onlyFirst)
        implements SaidInSecret {

    /// One of the sources it comes from.
    ///
    /// @param source see [Seals.Seal#trace]
    /// @param voter  the same of the voter, another one for each kind
    record Trace(Whence.Kind kind, String source, String voter) {

        static Trace of(Whence.Kind kind, String source, String token, Seal seal) {
            return new Trace(kind, seal.trace(kind.name(), source), seal.trace("VOTER OF " + kind, token));
        }
    }

    BallotCast {
        traces = List.copyOf(traces);
    }

    /// The same, unless this voice was given before.
    BallotCast onlyAsFirst() {
        return new BallotCast(poll, voter, token, former, marks, entry, traces, send, at, true);
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

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
