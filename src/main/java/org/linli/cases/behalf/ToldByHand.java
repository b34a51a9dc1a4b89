package org.linli.cases.behalf;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Staff has told this person how it stands.
record ToldByHand(CommunityId community, String occasion, Instant at) implements Effect {}
