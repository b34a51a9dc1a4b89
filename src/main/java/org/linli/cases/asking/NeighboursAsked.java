package org.linli.cases.asking;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Neighbours are asked. Signals `Conflict` when they were already, for the same time that the case was called done.
record NeighboursAsked(Inquiry inquiry, Instant at) implements Effect {
    @Override
    public CommunityId community() {
        return inquiry.community();
    }
}
