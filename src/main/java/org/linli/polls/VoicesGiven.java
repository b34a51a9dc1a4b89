package org.linli.polls;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Of households some were chosen to be asked: they alone are written to.
///
/// @param voters by the resident who speaks for them
record VoicesGiven(Poll poll, Map<String, String> voters) implements Effect {

    VoicesGiven {
        voters = new LinkedHashMap<>(voters);
    }

    @Override
    public String toString() {
        return "VoicesGiven[]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
