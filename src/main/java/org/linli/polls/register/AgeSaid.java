package org.linli.polls.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A resident is asked for their birthday, or says it. What staff has seen stays.
///
/// @param born `null`: they are asked
public record AgeSaid(
        CommunityId community, String resident, @Nullable LocalDate born, Instant at) implements Effect {

    @Override
    public Object contested() {
        return "age " + community + resident;
    }

    @Override
    public String toString() {
        return "AgeSaid[]";
    }
}
