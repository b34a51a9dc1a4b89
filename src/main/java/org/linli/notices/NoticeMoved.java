package org.linli.notices;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A notice was written, changed, approved or stopped.
///
/// @param before the version that the decision was made on; 0 for a new one
/// @param what   the end of a key of words, like `approved`
/// @param by     the name that the history tells
public record NoticeMoved(long before, Notice after, String what, String by, Instant at) implements Effect {

    @Override
    public Object contested() {
        return after.community() + "/" + after.id();
    }

    @Override
    public CommunityId community() {
        return after.community();
    }
}
