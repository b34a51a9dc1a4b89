package org.linli.notices.sending;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A resident said what they wish; the latest counts.
public record WishesSaid(CommunityId community, String resident, Wishes wishes, Instant at) implements Effect {}
