package org.linli.polls.works;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.rounds.Round;

/// Somebody says how a project was done; said again, the last counts.
///
/// @param by as a voter is called
public record Appraised(Round round, Appraisal it, String by, Instant at) implements Effect {

    @Override
    public Object contested() {
        return "appraisal " + round.id() + it.proposal() + by;
    }

    @Override
    public String toString() {
        return "Appraised[" + round + "]";
    }

    @Override
    public CommunityId community() {
        return round.community();
    }
}
