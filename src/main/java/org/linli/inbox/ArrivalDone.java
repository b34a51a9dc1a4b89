package org.linli.inbox;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Outbound;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A message has had its effect. Committed together with that effect, so it has it once.
///
/// Writing it signals `Conflict` when the lease was lost, or when `passiveAnswer` comes after the call was
/// acknowledged.
///
/// @param passiveAnswer travels in the response of the platform's call, and again in that of a repeat; `null` when
///                      answers go by the outbox
/// @param shed          whether it was put aside unread
public record ArrivalDone(
        CommunityId community,
        long id,
        int attempt,
        @Nullable Outbound passiveAnswer,
        boolean shed) implements Effect {

    public static ArrivalDone of(Arrival arrival, @Nullable Outbound passiveAnswer) {
        return new ArrivalDone(arrival.message().community(), arrival.id(), arrival.attempt(), passiveAnswer, false);
    }

    static ArrivalDone shed(Arrival arrival) {
        return new ArrivalDone(arrival.message().community(), arrival.id(), arrival.attempt(), null, true);
    }
}
