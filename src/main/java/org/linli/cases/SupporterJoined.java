package org.linli.cases;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A neighbour has the same problem. Joining twice changes nothing.
record SupporterJoined(CommunityId community, String number, Neighbour who, Instant at) implements Effect {}
