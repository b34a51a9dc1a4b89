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

    private static final Limits LIMITS = new Limits(10_000, Duration.ZERO).withPictures();

    private final Lines lines;
    private final KeepShown shown;
    private final Follow follow;
    private final Clock clock;

    WebchatChannel(Lines lines, KeepShown shown, Follow follow, Clock clock) {
        this.lines = lines;
        this.shown = shown;
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
        return line(message)
                .flatMap(line -> lines.add(line).delayUntil(it -> follow.announce(line.room(), it)))
                .map(it -> new Receipt(RoomKey.of(message.to()).room() + ":" + it.seq()))
                .onErrorMap(WebchatChannel::failure);
    }

    private Mono<NewLine> line(Outbound message) {
        return Mono.fromCallable(() -> RoomKey.of(message.to()))
                .flatMap(room -> said(room, message)
                        .map(said -> new NewLine(room, "letter/" + message.key(), "", said, clock.instant())));
    }

    private Mono<Line.Said> said(RoomKey room, Outbound message) {
        var picture = message.picture();
        return picture == null
                ? Mono.fromSupplier(() -> Line.Said.words(message.text().replace('\0', '\uFFFD'), message.choices()))
                : shown.in(room, picture).thenReturn(Line.Said.picture(picture.id()));
    }

    private static SendFailure failure(Throwable error) {
        if (error instanceof SendFailure already) {
            return already;
        }
        var reason = error instanceof IllegalArgumentException
                ? SendFailure.Reason.MISCONFIGURED
                : SendFailure.Reason.UNREACHABLE;
        return new SendFailure(reason, error.getClass().getName());
    }
}
