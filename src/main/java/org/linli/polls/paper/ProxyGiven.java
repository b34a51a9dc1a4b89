package org.linli.polls.paper;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// Somebody lets somebody else vote for them.
///
/// @param voter whose voice it is
/// @param agent the resident who gives it
/// @param by    the staff member who has seen the mandate; `chat` where both have said so to us
/// @param hash  of the agent's own link
record ProxyGiven(Poll poll, String voter, String agent, String by, Instant at, String hash) implements Effect {

    @Override
    public Object contested() {
        return "proxy of " + poll.id() + agent;
    }

    @Override
    public String toString() {
        return "ProxyGiven[" + poll + "]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
