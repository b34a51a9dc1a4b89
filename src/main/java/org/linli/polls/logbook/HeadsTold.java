package org.linli.polls.logbook;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Groups are told states of a log; committed together with the letters that tell them.
///
/// @param size of the largest that they are told
/// @param closing whether they are told, for the first time, that the log is at its end
public record HeadsTold(CommunityId community, String poll, int size, boolean closing, Instant at) implements Effect {

    @Override
    public Object contested() {
        return "heads of " + poll;
    }
}
