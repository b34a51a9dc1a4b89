package org.linli.channels.webchat;

import java.time.Duration;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.TakeMedia;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The web chat is its own platform: what visitors attached lies in its rooms.
@Component
class GivePictures implements FetchMedia {

    private final Pictures pictures;
    private final TakeMedia take;

    GivePictures(Pictures pictures, TakeMedia take) {
        this.pictures = pictures;
        this.take = take;
    }

    @Override
    public ChannelId channel() {
        return Seat.WEBCHAT;
    }

    @Override
    public Duration keptFor() {
        return ForgetOldLines.AT_MOST;
    }

    @Override
    public Mono<Media> fetch(Address account, String media) {
        return Mono.fromCallable(() -> RoomKey.of(account))
                .flatMap(room -> pictures.find(room, media))
                .map(picture -> take.take(picture.bytes()))
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.GONE, "the room has no such picture")))
                .onErrorMap(GivePictures::failure);
    }

    private static Throwable failure(Throwable error) {
        return error instanceof MediaFailure
                ? error
                : new MediaFailure(Reason.TRY_AGAIN, error.getClass().getName());
    }
}
