package org.linli.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Outbound;
import org.linli.platform.database.CommunityId;

/// A message that is committed, and what has become of it so far.
///
/// @param fresh        `false` when the platform delivers it again
/// @param finished     worked on, or set aside: nothing more comes
/// @param passiveUntil until when an answer may travel in the response; `null` when it may not
/// @param answer       the passive answer, where there is one already
record Kept(
        CommunityId community,
        long id,
        boolean fresh,
        boolean finished,
        @Nullable Instant passiveUntil,
        @Nullable Outbound answer) {

    /// Whether a passive answer may still come.
    boolean isOpen() {
        return !finished && passiveUntil != null && answer == null;
    }

    /// The end of the time for a passive answer; long ago where there is none.
    Instant window() {
        return passiveUntil == null ? Instant.EPOCH : passiveUntil;
    }
}
