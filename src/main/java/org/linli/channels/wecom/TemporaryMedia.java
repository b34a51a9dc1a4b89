package org.linli.channels.wecom;

import java.util.Map;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.DownloadMedia;
import org.linli.channels.tencent.Downloaded;
import org.linli.channels.tencent.TencentApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gets what was sent to an app or a service desk, by the platform's page "获取临时素材": kept there for three days.
@Component
public class TemporaryMedia {

    private final WecomApi api;
    private final DownloadMedia download;

    public TemporaryMedia(WecomApi api, DownloadMedia download) {
        this.api = api;
        this.download = download;
    }

    /// Signals [MediaFailure] and no other error. Never empty.
    ///
    /// @param caller to whom it was sent
    public Mono<Media> of(Caller caller, String media) {
        return api.authorized(
                        caller,
                        token -> download.from(TencentApi.address(
                                caller.apiBase(),
                                "/cgi-bin/media/get",
                                Map.of("access_token", token, "media_id", media))),
                        Downloaded::errcode)
                .ofType(Downloaded.Bytes.class)
                .map(Downloaded.Bytes::media)
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.GONE, "neither bytes nor an error")))
                .onErrorMap(SendFailure.class, DownloadMedia::failure);
    }
}
