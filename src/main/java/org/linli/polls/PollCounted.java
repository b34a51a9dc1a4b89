package org.linli.polls;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A poll that has closed was counted; told together with the letters that say how.
public record PollCounted(Poll poll) implements Effect {

    @Override
    public Object contested() {
        return "count of " + poll.id();
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
