package org.linli.notices.knowing;

import org.linli.notices.sending.Fate;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody showed that they know of a notice.
///
/// @param household where they live, when it is a single home: whoever lives there knows as well; empty: only they
/// @param fate      [Fate#SEEN] or [Fate#CONFIRMED]; what is known already is not taken back
public record Confirmed(CommunityId community, String notice, String who, String household, Fate fate)
        implements Effect {}
