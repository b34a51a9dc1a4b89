package org.linli.community;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Staff has checked who a resident is and where they live.
///
/// @param by the staff member's id
public record IdentityVerified(CommunityId community, String resident, String by) implements Effect {}
