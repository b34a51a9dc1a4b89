package org.linli.polls;

import java.time.Instant;
import org.linli.dialogue.SaidInSecret;
import org.linli.platform.database.CommunityId;
import org.linli.polls.ballots.Marks;

/// A ballot was read out of somebody's words and repeated to them; it counts once they say yes.
///
/// @param marks none: there is nothing to say yes to any more
record DraftKept(Poll poll, String token, Marks marks, Instant at) implements SaidInSecret {

    /// Of a vote whose register is settled: others are held among neighbours.
    @Override
    public boolean isSecret() {
        return poll.electorate().frozen();
    }

    @Override
    public Object contested() {
        return "draft " + poll.id() + token;
    }

    @Override
    public String toString() {
        return "DraftKept[" + poll + "]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
