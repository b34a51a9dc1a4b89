package org.linli.cases.merging;

import java.util.List;
import org.linli.cases.Neighbour;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// People of a case that rests wait for the case that it rests in, since when they waited for theirs.
///
/// @param from the number of the one that rests
record PeopleBrought(CommunityId community, String from, String to, List<Neighbour> people) implements Effect {

    PeopleBrought {
        people = List.copyOf(people);
    }
}
