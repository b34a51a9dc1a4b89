package org.linli.cases.callbacks;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// The cases of a month are drawn. Signals `Conflict` when they were already.
record CallBacksDrawn(Draw draw) implements Effect {
    @Override
    public CommunityId community() {
        return draw.community();
    }
}
