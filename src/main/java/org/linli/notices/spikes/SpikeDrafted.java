package org.linli.notices.spikes;

import java.time.Duration;
import java.time.Instant;
import org.linli.notices.Notice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A notice was drafted for it.
///
/// @param rest before that time has passed, no other one is
record SpikeDrafted(Spike spike, Notice draft, Instant at, Duration rest) implements Effect {

    @Override
    public Object contested() {
        return spike.community() + "/" + spike.building() + "/" + spike.theme();
    }

    @Override
    public CommunityId community() {
        return spike.community();
    }
}
