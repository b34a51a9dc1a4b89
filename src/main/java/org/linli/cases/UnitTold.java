package org.linli.cases;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A unit above was told of a case that is late, and sees it from now on.
record UnitTold(CommunityId community, String number, String unit, Instant at) implements Effect {}
