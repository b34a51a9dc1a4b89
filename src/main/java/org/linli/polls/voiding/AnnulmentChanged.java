package org.linli.polls.voiding;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// Somebody asks that a ballot is taken out, somebody else takes it out, or it is left in the box.
///
/// @param it as it is from now on; its number means nothing while it is asked
record AnnulmentChanged(Poll poll, Annulment it) implements Effect {

    @Override
    public Object contested() {
        return "voids of " + poll.id();
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
