package org.linli.notices.joining;

import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// From now on people may sign up. A correction takes over who did for the wrong one.
public record ActivityOpened(Notice notice) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
