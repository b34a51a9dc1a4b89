package org.linli.open311;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.linli.platform.calling.Outgoing;
import org.linli.platform.database.CommunityId;

/// A call that is to be made now.
///
/// @param step  what happened, a kind of step
/// @param at    when it happened
record DueCall(
        CommunityId community, long id, String hook, URI url, String secret, String number, String step, Instant at) {

    /// The same in each try, so that a receiver knows a repeat.
    String messageId() {
        return "msg_%s_%d".formatted(community, id);
    }

    Outgoing outgoing() {
        return new Outgoing(url, List.of(secret), messageId());
    }

    @Override
    public String toString() {
        return "DueCall[" + id + "]";
    }
}
