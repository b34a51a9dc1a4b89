package org.linli.cases.merging;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A case rests in another, and its clocks stand still.
record CasesMerged(Merge merge) implements Effect {
    @Override
    public CommunityId community() {
        return merge.community();
    }
}
