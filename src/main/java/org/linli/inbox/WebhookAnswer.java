package org.linli.inbox;

import org.linli.channels.Reply;
import reactor.core.publisher.Mono;

/// What a platform gets back.
///
/// @param afterwards runs when the platform has taken the answer
record WebhookAnswer(int status, Reply reply, Mono<Void> afterwards) {

    WebhookAnswer(int status, Reply reply) {
        this(status, reply, Mono.empty());
    }
}
