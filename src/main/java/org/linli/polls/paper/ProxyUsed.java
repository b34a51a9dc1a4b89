package org.linli.polls.paper;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// An agent votes by a mandate; from now on it cannot be taken back.
///
/// @param voter whose voice it is
public record ProxyUsed(Poll poll, String voter, String agent, Instant at) implements Effect {

    @Override
    public Object contested() {
        return "mandate " + poll.id() + voter;
    }

    @Override
    public String toString() {
        return "ProxyUsed[" + poll + "]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
