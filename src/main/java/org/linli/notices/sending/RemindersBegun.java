package org.linli.notices.sending;

import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Whoever got a notice and has not read it is to be written to once more.
public record RemindersBegun(Notice notice) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
