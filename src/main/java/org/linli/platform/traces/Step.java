package org.linli.platform.traces;

import java.time.Instant;
import org.linli.platform.database.CommunityId;

/// One thing that was done about a message.
///
/// @param arrival the message's id in the inbox
/// @param name    what was done: a few fixed words, nothing of what people said
/// @param outcome how it ended, as the counters call it
public record Step(CommunityId community, long arrival, String name, String outcome, Instant from, Instant until) {

    /// The step that spans all others of a message.
    static final String WHOLE = "message";

    /// From receiving a message until what answers it is committed.
    public static Step whole(CommunityId community, long arrival, Instant from, Instant until) {
        return new Step(community, arrival, WHOLE, "done", from, until);
    }

    boolean isWhole() {
        return name.equals(WHOLE);
    }
}
