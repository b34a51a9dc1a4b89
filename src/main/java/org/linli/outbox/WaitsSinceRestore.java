package org.linli.outbox;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// What would leave by itself beside letters, and waits since a backup was brought back: calls to programs of others.
/// Decided about together with the letters, see [SinceRestore].
public interface WaitsSinceRestore {

    /// How many wait. Never empty.
    Mono<Long> waiting(CommunityId community);

    /// Within the transaction in which letters are decided about. Never empty: how many those were.
    Mono<Long> settle(CommunityId community, SinceRestore.Wish wish);
}
