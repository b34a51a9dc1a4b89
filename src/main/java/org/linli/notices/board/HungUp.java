package org.linli.notices.board;

import java.time.Instant;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A notice hangs on the board from that moment on, until it is stopped.
public record HungUp(Notice notice, Instant at) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
