package org.linli.inbox;

import reactor.core.publisher.Mono;

/// Knows by a cheap look what nobody would miss, for when there is more to do than can be done.
public interface Dispensable {

    /// Whether the message is surely neither a report nor a ballot, nor an answer that we wait for, nor said to us.
    /// Never empty.
    Mono<Boolean> isDispensable(Arrival arrival);
}
