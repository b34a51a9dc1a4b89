package org.linli.notices.audience;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// An audience that staff keeps under a name, instead of what had that name before.
///
/// @param line as staff wrote it; empty: nothing has that name any more
/// @param by   a staff member's id
public record SavedAudience(CommunityId community, String name, String line, String by, Instant at) implements Effect {

    public static final int LONGEST_NAME = 20;

    @Override
    public String toString() {
        return "SavedAudience[" + name + "]";
    }
}
