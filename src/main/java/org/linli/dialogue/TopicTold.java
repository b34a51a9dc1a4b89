package org.linli.dialogue;

import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A group speaks of a problem: for the first time, or again.
record TopicTold(CommunityId community, Address group, Topic topic) implements Effect {}
