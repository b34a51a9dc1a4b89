package org.linli.polls.register;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A document says something else than the resident did: they are asked again.
public record AgeRefused(CommunityId community, String resident, Instant at) implements Effect {

    @Override
    public Object contested() {
        return "age " + community + resident;
    }

    @Override
    public String toString() {
        return "AgeRefused[]";
    }
}
