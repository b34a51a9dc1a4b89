package org.linli.dialogue.topics;

import java.time.Instant;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A group speaks of something else than its topics: nothing is kept but that.
///
/// @param weight how far it leads away from them
public record OtherThingSaid(CommunityId community, Address group, int weight, Instant at) implements Effect {}
