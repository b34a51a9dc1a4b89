package org.linli.polls.register;

import java.util.Map;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.Poll;

/// A register is frozen; these live there and are not on it.
///
/// @param away by the ids of residents
public record RegisterDrawn(Poll poll, Map<String, Barrier> away) implements Effect {

    public RegisterDrawn {
        away = Map.copyOf(away);
    }

    @Override
    public String toString() {
        return "RegisterDrawn[" + poll + "]";
    }

    @Override
    public CommunityId community() {
        return poll.community();
    }
}
