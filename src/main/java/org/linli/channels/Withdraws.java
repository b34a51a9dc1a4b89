package org.linli.channels;

import java.time.Duration;
import reactor.core.publisher.Mono;

/// A way whose platform takes back messages that have arrived. Most do not: a [Way] that has none beside it cannot.
public interface Withdraws {

    /// The id of the [Way].
    String way();

    /// For how long after it was sent.
    Duration within();

    /// Takes one back, so that it is not seen any more; harmless when it is gone already.
    ///
    /// Signals [SendFailure] and no other error.
    ///
    /// @param receipt what [Way#send] gave for it
    Mono<Void> withdraw(Address to, String receipt);
}
