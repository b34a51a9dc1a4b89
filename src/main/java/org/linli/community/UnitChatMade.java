package org.linli.community;

import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A group was made of a unit's staff: from now on they are told there.
public record UnitChatMade(CommunityId community, String unit, Address chat) implements Effect {}
