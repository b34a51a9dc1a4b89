package org.linli.community;

import java.time.Instant;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody came into a group or left it.
///
/// @param there whether they are in it from now on
public record MemberMoved(CommunityId community, Address group, Address member, boolean there, Instant at)
        implements Effect {

    @Override
    public String toString() {
        return "MemberMoved[" + group + "]";
    }
}
