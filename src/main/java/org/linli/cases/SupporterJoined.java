package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A neighbour has the same problem. Joining twice changes nothing.
///
/// Signals `Conflict` when the case was finished since it was read: who joins then would never hear of the end.
///
/// @param once whether joining twice signals `Conflict` as well, so that whoever has nothing else to say has one line
///             in the history however often they press
public record SupporterJoined(Case known, Neighbour who, Instant at, boolean once) implements Effect {

    public SupporterJoined(Case known, Neighbour who, Instant at) {
        this(known, who, at, false);
    }

    @Override
    public @Nullable Object contested() {
        return once ? List.of(known.community(), known.number(), who.address().text()) : null;
    }

    @Override
    public CommunityId community() {
        return known.community();
    }
}
