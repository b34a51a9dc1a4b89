package org.linli.channels.wecom.kf;

import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.wecom.TemporaryMedia;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gets what customers sent.
@Component
class FetchKfMedia implements FetchMedia {

    private final KfDesks desks;
    private final TemporaryMedia media;

    FetchKfMedia(KfDesks desks, TemporaryMedia media) {
        this.desks = desks;
        this.media = media;
    }

    @Override
    public ChannelId channel() {
        return KfChannel.ID;
    }

    @Override
    public Mono<Media> fetch(Address sender, String id) {
        return Mono.justOrEmpty(desks.named(sender.account()))
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.TRY_AGAIN, "no such desk of ours")))
                .flatMap(desk -> media.of(desk.caller(), id));
    }
}
