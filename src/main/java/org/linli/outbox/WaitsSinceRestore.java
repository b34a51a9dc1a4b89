package org.linli.outbox;

import org.linli.platform.calling.HeldCall;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What would leave by itself beside letters, and waits since a backup was brought back: calls to programs of others.
/// Decided about together with the letters, see [SinceRestore].
public interface WaitsSinceRestore {

    /// Which of them these are, like `webhooks`.
    String name();

    /// How many wait. Never empty.
    Mono<Long> waiting(CommunityId community);

    /// Those that wait, the latest first.
    Flux<HeldCall> each(CommunityId community, int most);

    /// Within the transaction in which letters are decided about. Never empty: how many those were.
    Mono<Long> settle(CommunityId community, SinceRestore.Wish wish);

    /// Never makes one of them. Within a transaction. Never empty: whether it waited.
    Mono<Boolean> drop(CommunityId community, long id);
}
