package org.linli.dialogue;

import java.time.Instant;
import java.util.List;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// A talk that waits for a person of the staff.
///
/// @param conversation names it in [Talks]
/// @param speaker      the resident's address
/// @param silent       whether the service says nothing until the talk is handed back
/// @param lines        what was said last, the oldest first
public record WaitingTalk(
        CommunityId community,
        String conversation,
        Address speaker,
        boolean inGroup,
        boolean silent,
        Instant since,
        List<Line> lines) {

    public WaitingTalk {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "WaitingTalk[since " + since + "]";
    }
}
