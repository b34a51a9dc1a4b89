package org.linli.notices.knowing;

import java.time.Instant;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody stood at a door because of a notice.
///
/// @param id    made where it was ticked off: handed in twice, it counts once
/// @param household as [Confirmed#household]
/// @param staff a member's id
public record Visited(
        CommunityId community,
        String notice,
        UUID id,
        String who,
        String household,
        Outcome outcome,
        String staff,
        Instant at)
        implements Effect {

    /// Stored by name.
    public enum Outcome {
        TOLD,
        NOBODY_IN,
        PAPER_LEFT
    }
}
