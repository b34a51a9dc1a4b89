package org.linli.notices.sending;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A notice of which nobody was told yet does not leave after all: somebody has to approve it again.
record SpreadUndone(Claim claim) implements Effect {
    @Override
    public CommunityId community() {
        return claim.community();
    }
}
