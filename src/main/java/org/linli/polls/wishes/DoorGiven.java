package org.linli.polls.wishes;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.wishes.Doors.Comer;

/// Somebody is told a link to their own page.
///
/// @param hash of the ticket
record DoorGiven(Comer to, String hash, Instant at) implements Effect {

    @Override
    public String toString() {
        return "DoorGiven[]";
    }

    @Override
    public CommunityId community() {
        return to.community();
    }
}
