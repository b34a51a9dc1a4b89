package org.linli.outbox;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A letter for which nobody asked: its time had come.
record Unasked(Letter letter) implements Effect {
    @Override
    public CommunityId community() {
        return letter.community();
    }
}
