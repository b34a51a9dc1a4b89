package org.linli.dialogue.topics;

import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A group speaks of a problem: for the first time, or again.
public record TopicTold(CommunityId community, Address group, Topic topic) implements Effect {}
