package org.linli.community;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody of the staff looked at a resident's personal data.
///
/// @param staff the staff member's id
/// @param why   a reason of the residents' page, like `visit`, or the number of a case
public record ResidentViewed(CommunityId community, String resident, String staff, String why, Instant at)
        implements Effect {}
