package org.linli.notices.sending;

import org.linli.platform.database.CommunityId;

/// A notice that this replica hands out for the length of a lease.
///
/// @param after the last resident who was thought of; empty before the first
/// @param fence whoever holds an older one can write nothing any more
record Claim(CommunityId community, String notice, String after, long fence, Approved approved) {}
