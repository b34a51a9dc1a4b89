package org.linli.cases;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody waits for a case no more and is told nothing of it from now on; for others it goes on. Leaving twice
/// changes nothing.
public record NeighbourLeft(CommunityId community, String number, Neighbour who) implements Effect {}
