package org.linli.channels.webchat;

import java.time.Clock;
import java.time.Duration;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hands letters to browsers: a line in the room of the address, stored before it counts as sent.
@Component
class WebchatChannel implements Channel {

    private static final Limits LIMITS = new Limits(10_000, Duration.ZERO);

    private final Lines lines;
    private final Follow follow;
    private final Clock clock;

    WebchatChannel(Lines lines, Follow follow, Clock clock) {
        this.lines = lines;
        this.follow = follow;
        this.clock = clock;
    }

    @Override
    public ChannelId id() {
        return Seat.WEBCHAT;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /// No platform calls for the browser: what it says comes in by its own pages.
    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.error(
                () -> new WebhookRejected(WebhookRejected.Reason.UNKNOWN_ACCOUNT, "browsers write by the chat page"));
    }

    /// The same key again is the same line.
    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.fromCallable(() -> line(message))
                .flatMap(line -> lines.add(line).delayUntil(it -> follow.announce(line.room(), it)))
                .map(it -> new Receipt(RoomKey.of(message.to()).room() + ":" + it.seq()))
                .onErrorMap(WebchatChannel::failure);
    }

    private NewLine line(Outbound message) {
        String text = message.text().replace('\0', '\uFFFD');
        var said = Line.Said.words(text, message.choices());
        return new NewLine(RoomKey.of(message.to()), "letter/" + message.key(), "", said, clock.instant());
    }

    private static SendFailure failure(Throwable error) {
        var reason = error instanceof IllegalArgumentException
                ? SendFailure.Reason.MISCONFIGURED
                : SendFailure.Reason.UNREACHABLE;
        return new SendFailure(reason, error.getClass().getName());
    }
}
