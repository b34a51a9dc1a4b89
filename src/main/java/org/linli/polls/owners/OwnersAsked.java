package org.linli.polls.owners;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// Owners are asked: how much each voice weighs and who may give it is settled with it.
///
/// @param majority `null` where they share out the money of a round, each one voice
public record OwnersAsked(Poll poll, @Nullable Majority majority, List<Owner> owners) implements Effect {

    public OwnersAsked {
        owners = List.copyOf(owners);
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
