package org.linli.polls;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Electorate.Found.Voter;

/// A voter gets a link of their own to the ballot paper.
///
/// @param hash of what the link ends with
record TicketGiven(Poll poll, Voter voter, String hash) implements Effect {

    @Override
    public Object contested() {
        return "ticket " + poll.id() + hash;
    }

    @Override
    public String toString() {
        return "TicketGiven[" + poll + "]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
