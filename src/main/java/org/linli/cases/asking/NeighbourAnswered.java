package org.linli.cases.asking;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A neighbour says whether it is done. Signals `Conflict` when another one has said something since the answers were
/// read, so that the last one decides on all of them.
///
/// @param before as it was read
record NeighbourAnswered(Inquiry before, Inquiry.Asked who, boolean fixed, Instant at) implements Effect {

    long answers() {
        return before.said(true) + before.said(false);
    }

    @Override
    public CommunityId community() {
        return before.community();
    }
}
