package org.linli.community;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Staff has checked who a resident is and where they live, or takes that back.
///
/// @param by     the staff member's id
/// @param stands `false`: it was a mistake, the resident is self-declared again
public record IdentityVerified(CommunityId community, String resident, String by, boolean stands) implements Effect {

    public IdentityVerified(CommunityId community, String resident, String by) {
        this(community, resident, by, true);
    }
}
