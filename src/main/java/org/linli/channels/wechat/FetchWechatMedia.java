package org.linli.channels.wechat;

import java.net.URI;
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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gets what followers sent, by the platform's page "获取临时素材": kept there for three days.
@Component
class FetchWechatMedia implements FetchMedia {

    private static final String PATH = "/cgi-bin/media/get";

    private final Accounts accounts;
    private final WechatApi api;
    private final DownloadMedia download;

    FetchWechatMedia(Accounts accounts, WechatApi api, DownloadMedia download) {
        this.accounts = accounts;
        this.api = api;
        this.download = download;
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public Mono<Media> fetch(Address sender, String media) {
        return account(sender)
                .flatMap(it -> api.authorized(
                                it, token -> download.from(address(it, media, token)), Downloaded::errcode)
                        .flatMap(answer -> media(answer, it)))
                .onErrorMap(SendFailure.class, DownloadMedia::failure);
    }

    /// The platform's `PicUrl`.
    @Override
    public Mono<Media> look(Address sender, String url) {
        return account(sender).flatMap(it -> download.picture(url, it.apiBase()).flatMap(answer -> media(answer, it)));
    }

    private Mono<WechatAccount> account(Address sender) {
        return Mono.justOrEmpty(accounts.named(sender.account()))
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.TRY_AGAIN, "no such account of ours")));
    }

    /// Instead of a film the platform names its address.
    private Mono<Media> media(Downloaded answer, WechatAccount account) {
        return switch (answer) {
            case Downloaded.Bytes bytes -> Mono.just(bytes.media());
            case Downloaded.Said said
            when !said.answer().textOf("video_url").isEmpty() ->
                download.film(said.answer().textOf("video_url"), account.apiBase())
                        .ofType(Downloaded.Bytes.class)
                        .map(Downloaded.Bytes::media)
                        .switchIfEmpty(Mono.error(FetchWechatMedia::nothing));
            case Downloaded.Said _ -> Mono.error(FetchWechatMedia::nothing);
        };
    }

    private static MediaFailure nothing() {
        return new MediaFailure(Reason.GONE, "neither bytes nor an error");
    }

    private static URI address(WechatAccount account, String media, String token) {
        return TencentApi.address(account.apiBase(), PATH, Map.of("access_token", token, "media_id", media));
    }
}
