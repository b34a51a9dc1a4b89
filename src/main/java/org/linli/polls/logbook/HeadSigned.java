package org.linli.polls.logbook;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.log.TreeHead;

/// A state of a log is signed; committed together with the letters that tell it.
public record HeadSigned(CommunityId community, String poll, TreeHead.Signed head, Instant at) implements Effect {

    @Override
    public Object contested() {
        return "head of " + poll;
    }
}
