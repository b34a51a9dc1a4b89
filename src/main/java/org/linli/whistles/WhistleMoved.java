package org.linli.whistles;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A whistle was blown, or something happened to it.
///
/// @param before its version then; 0 where it is new
record WhistleMoved(long before, WhistleStep step) implements Effect {

    @Override
    public Object contested() {
        return "whistle " + step.after().id();
    }

    @Override
    public CommunityId community() {
        return step.after().community();
    }
}
