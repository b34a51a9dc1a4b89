package org.linli.polls.owners;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// A vote of owners was counted: kept, because nobody can count it again once its secret is destroyed.
record OwnersCounted(Poll poll, Meter meter, Instant at) implements Effect {
    @Override
    public CommunityId community() {
        return poll.community();
    }
}
