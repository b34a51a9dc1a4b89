package org.linli.cases;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A clock did what was due. Signals `Conflict` when it did so already, or the case has moved on since.
record ClockFired(Deadline before, Deadline after) implements Effect {
    @Override
    public CommunityId community() {
        return after.community();
    }
}
