package org.linli.notices.repeating;

import java.time.Instant;
import org.linli.platform.database.CommunityId;

/// Something that is to be said again.
///
/// @param times how often it was already, beside the first time
/// @param people for how many it was approved
record DueRepeat(CommunityId community, String notice, Instant first, int times, Instant at, long people) {}
