package org.linli.channels.webchat;

import java.util.List;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.ShownPictures;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts the pictures of letters into the rooms in which they are shown: each room has its own.
@Component
class KeepShown {

    private final List<ShownPictures> shown;
    private final Pictures pictures;

    KeepShown(List<ShownPictures> shown, Pictures pictures) {
        this.shown = shown;
        this.pictures = pictures;
    }

    /// Safe to repeat. Signals [SendFailure], `CONTENT_REFUSED` where there is no such picture (any more).
    Mono<Void> in(RoomKey room, Outbound.Picture picture) {
        return ShownPictures.from(shown, room.community(), picture)
                .flatMap(media -> Mono.justOrEmpty(Pictures.Picture.of(media.bytes())))
                .switchIfEmpty(Mono.error(() -> new SendFailure(Reason.CONTENT_REFUSED, "no picture")))
                .flatMap(it -> pictures.add(room, picture.id(), it));
    }
}
