package org.linli.notices.repeating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// It was said once more.
///
/// @param next `null`: that was the last time
record RepeatMoved(DueRepeat due, @Nullable Instant next) implements Effect {

    @Override
    public Object contested() {
        return due.community() + "/" + due.notice();
    }

    @Override
    public CommunityId community() {
        return due.community();
    }
}
