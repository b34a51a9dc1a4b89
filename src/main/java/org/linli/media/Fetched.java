package org.linli.media;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// One attempt has ended so. Writing it signals `Conflict` when the lease was lost meanwhile.
record Fetched(DueMedia due, Outcome outcome) implements Effect {
    @Override
    public CommunityId community() {
        return due.community();
    }
}
