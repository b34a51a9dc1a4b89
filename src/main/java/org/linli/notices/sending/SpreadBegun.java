package org.linli.notices.sending;

import java.time.Instant;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A notice is to be handed out from that moment on.
///
/// @param people for how many it was approved; less than 0: nobody counted
public record SpreadBegun(Notice notice, Instant readyAt, long people) implements Effect {
    @Override
    public CommunityId community() {
        return notice.community();
    }
}
