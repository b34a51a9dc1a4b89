package org.linli.notices.sending;

import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Nobody else is told of a notice; who waits for a letter gets none.
public record SpreadStopped(Notice notice) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
