package org.linli.polls;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A voter was shown a ballot paper, or asked which of several is meant: what they answer next is about it.
record PaperShown(Poll poll, String token, Instant at) implements Effect {

    @Override
    public Object contested() {
        return "draft " + poll.id() + token;
    }

    @Override
    public String toString() {
        return "PaperShown[" + poll + "]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
