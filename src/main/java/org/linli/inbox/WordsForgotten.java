package org.linli.inbox;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What was said in a message is of no further use and must not be kept. That it came stays, so that a repeat of it is
/// still found; committed together with [ArrivalDone], after which nobody works on it again.
public record WordsForgotten(CommunityId community, long id) implements Effect {

    public static WordsForgotten of(Arrival arrival) {
        return new WordsForgotten(arrival.message().community(), arrival.id());
    }
}
