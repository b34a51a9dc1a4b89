package org.linli.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.channels.Channel;
import org.linli.channels.Delivery;
import org.linli.channels.Exchange;
import org.linli.channels.Exchange.Direction;
import org.linli.channels.Exchanges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notes the genuine calls of platforms: what kind, how they were answered, how long that took.
@Component
class NoteWebhooks {

    private static final int WELL = 300;

    private final Exchanges exchanges;
    private final Clock clock;

    NoteWebhooks(ObjectProvider<Exchanges> exchanges, Clock clock) {
        this.exchanges = exchanges.getIfAvailable(() -> Exchanges.NOWHERE);
        this.clock = clock;
    }

    Mono<WebhookAnswer> of(Channel channel, WebhookCall call, Delivery delivery, Mono<WebhookAnswer> answer) {
        Instant start = clock.instant();
        return answer.doOnNext(it -> note(channel, call.account(), delivery, it.status(), start));
    }

    private void note(Channel channel, String account, Delivery delivery, int status, Instant start) {
        exchanges.note(new Exchange(
                channel.id(),
                account,
                Direction.IN,
                what(delivery),
                "HTTP " + status,
                status < WELL,
                Duration.between(start, clock.instant()),
                start));
    }

    private static String what(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Handshake _ -> "handshake";
            case Delivery.Ignored _ -> "ignored";
            case Delivery.Messages _ -> "messages";
        };
    }
}
