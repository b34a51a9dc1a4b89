package org.linli.notices.repeating;

import java.time.Instant;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A notice that was approved will be said again at `next`.
///
/// @param people for how many it was approved
public record RepeatBegun(Notice notice, Instant first, Instant next, long people) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
