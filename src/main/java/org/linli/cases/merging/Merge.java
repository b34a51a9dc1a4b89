package org.linli.cases.merging;

import java.time.Instant;
import org.linli.cases.State;
import org.linli.cases.Who;
import org.linli.platform.database.CommunityId;

/// One case rests in another (并案).
///
/// @param number of the one that rests
/// @param target the number of the one that goes on
/// @param state  of the one that rests, before
/// @param reason may be empty
public record Merge(
        CommunityId community, String number, Instant at, String target, State state, Who by, String reason) {

    @Override
    public String toString() {
        return "Merge[" + number + " into " + target + "]";
    }
}
