package org.linli.rights;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Nothing is left of somebody: neither is who it was.
record Erased(CommunityId community, String id, Instant at) implements Effect {}
