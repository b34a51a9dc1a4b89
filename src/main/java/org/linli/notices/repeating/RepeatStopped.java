package org.linli.notices.repeating;

import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// It is not said again any more; harmless where it never was.
public record RepeatStopped(Notice notice) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
