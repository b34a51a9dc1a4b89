package org.linli.channels.wecom.app;

import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.wecom.TemporaryMedia;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gets what members sent to an app.
@Component
class FetchAppMedia implements FetchMedia {

    private final Apps apps;
    private final TemporaryMedia media;

    FetchAppMedia(Apps apps, TemporaryMedia media) {
        this.apps = apps;
        this.media = media;
    }

    @Override
    public ChannelId channel() {
        return WecomChannel.ID;
    }

    @Override
    public Mono<Media> fetch(Address sender, String id) {
        return Mono.justOrEmpty(apps.get(sender.account()))
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.TRY_AGAIN, "no such app of ours")))
                .flatMap(app -> media.of(app.caller(), id));
    }
}
