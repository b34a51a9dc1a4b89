package org.linli.channels.wecom.kf;

import java.util.Map;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.DownloadMedia;
import org.linli.channels.tencent.Downloaded;
import org.linli.channels.tencent.TencentApi;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gets what customers sent, by the platform's page "获取临时素材": kept there for three days.
@Component
class FetchKfMedia implements FetchMedia {

    private final KfDesks desks;
    private final WecomApi api;
    private final DownloadMedia download;

    FetchKfMedia(KfDesks desks, WecomApi api, DownloadMedia download) {
        this.desks = desks;
        this.api = api;
        this.download = download;
    }

    @Override
    public ChannelId channel() {
        return KfChannel.ID;
    }

    @Override
    public Mono<Media> fetch(Address sender, String media) {
        return Mono.justOrEmpty(desks.named(sender.account()))
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.TRY_AGAIN, "no such desk of ours")))
                .flatMap(desk -> downloaded(desk, media))
                .onErrorMap(SendFailure.class, DownloadMedia::failure);
    }

    private Mono<Media> downloaded(KfDesks.KfDesk desk, String media) {
        return api.authorized(
                        desk.caller(),
                        token -> download.from(TencentApi.address(
                                desk.corp().apiBase(),
                                "/cgi-bin/media/get",
                                Map.of("access_token", token, "media_id", media))),
                        Downloaded::errcode)
                .ofType(Downloaded.Bytes.class)
                .map(Downloaded.Bytes::media)
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.GONE, "neither bytes nor an error")));
    }
}
