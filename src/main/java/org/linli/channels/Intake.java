package org.linli.channels;

import reactor.core.publisher.Mono;

/// Where a channel that is its own platform, like the web page, hands in what was said.
///
/// The inbox implements it; calls from outside platforms come through its webhooks instead.
public interface Intake {

    /// Completes after the message is committed. Safe to repeat: the same message is kept once.
    Mono<Void> keep(Inbound message);
}
