package org.linli.polls.logbook;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.log.RightEdge;
import org.linli.polls.log.TreeHead;

/// A state of a log is signed; committed together with the letters that tell it.
///
/// @param edge of the tree whose root it names
public record HeadSigned(CommunityId community, String poll, TreeHead.Signed head, RightEdge edge, Instant at)
        implements Effect {

    @Override
    public Object contested() {
        return "head of " + poll;
    }
}
