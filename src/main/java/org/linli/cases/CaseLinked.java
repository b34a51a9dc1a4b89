package org.linli.cases;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// One case came out of another; both pages show it. Linking twice changes nothing.
public record CaseLinked(CommunityId community, String number, String earlier, Kind kind, Instant at)
        implements Effect {

    /// Stored by name, so a kind is never renamed.
    public enum Kind {
        /// Somebody had joined the earlier one whose matter is another.
        SPLIT,
        /// The earlier one was called done long ago, and the same is wrong again.
        AGAIN
    }
}
