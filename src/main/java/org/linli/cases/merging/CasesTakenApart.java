package org.linli.cases.merging;

import java.time.Instant;
import org.linli.cases.Who;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A case that rested in another goes on by itself with its clocks as they stood, and those who came over with it leave
/// the other. Signals `Conflict` when somebody took them apart already.
record CasesTakenApart(Merge merge, Instant at, Who by) implements Effect {
    @Override
    public CommunityId community() {
        return merge.community();
    }
}
