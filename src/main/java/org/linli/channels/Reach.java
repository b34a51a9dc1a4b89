package org.linli.channels;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Whether letters reach somebody at an address: they left or blocked us, or they are back.
///
/// @param at when it was so; what is known of a later moment stays
public record Reach(CommunityId community, Address person, boolean reached, Instant at) implements Effect {}
