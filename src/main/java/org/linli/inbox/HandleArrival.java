package org.linli.inbox;

import reactor.core.publisher.Mono;

/// Works on one message. Called in the order of arrival and one at a time for each conversation, over all replicas.
public interface HandleArrival {

    /// Completes after [ArrivalDone] is committed together with everything that the message changed. Any error
    /// leaves the message to be tried again, five times in all.
    Mono<Void> handle(Arrival arrival);
}
