package org.linli.cases;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A case changed. Signals `Conflict` when it is not in the version any more that the decision was made on.
public record CaseMoved(Case before, Case after) implements Effect {
    @Override
    public CommunityId community() {
        return after.community();
    }
}
