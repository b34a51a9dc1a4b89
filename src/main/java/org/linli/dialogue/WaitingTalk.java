package org.linli.dialogue;

import java.time.Instant;
import java.util.List;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// A talk that waits for a person of the staff.
///
/// @param conversation names it in [org.linli.dialogue.kept.Talks]
/// @param speaker      the resident's address
/// @param where        the private talk or the group in which it is said
/// @param silent       whether the service says nothing until the talk is handed back
/// @param lines        what was said last, the oldest first
public record WaitingTalk(
        CommunityId community,
        String conversation,
        Address speaker,
        Address where,
        boolean silent,
        Instant since,
        List<Line> lines) {

    public WaitingTalk {
        lines = List.copyOf(lines);
    }

    public boolean inGroup() {
        return where.isGroup();
    }

    @Override
    public String toString() {
        return "WaitingTalk[since " + since + "]";
    }
}
