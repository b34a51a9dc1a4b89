package org.linli.platform.audit;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody saw or changed something that others may ask about later. Written down in the commit of the deed.
///
/// @param who    the id of a staff member
/// @param about  an id: of a case, a resident, a key, a setting; nothing personal
/// @param detail in few words for whoever looks into the trail; nothing personal and nothing secret
public record Noted(CommunityId community, String who, Kind what, String about, String detail, Instant at)
        implements Effect {

    /// Stored by name, so a kind is never renamed.
    public enum Kind {
        SIGNED_IN,
        /// Their password was tried so often that nobody is let in by it for a while.
        LOCKED_OUT,
        /// Personal data were seen.
        LOOKED,
        EXPORTED,
        SETTING_CHANGED,
        /// Something was shown to everybody, or is no longer.
        PUBLISHED,
        /// A step of a case.
        CASE,
        /// Something was done about a vote or a round.
        VOTE,
        /// Somebody was forgotten who asked for it.
        ERASED
    }
}
