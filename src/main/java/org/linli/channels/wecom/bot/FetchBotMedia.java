package org.linli.channels.wecom.bot;

import java.time.Duration;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.tencent.DownloadMedia;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gets what people sent to a bot: encrypted with the bot's own key, at an address that came with the message.
@Component
class FetchBotMedia implements FetchMedia {

    private final Bots bots;
    private final AllowedHosts hosts;
    private final DownloadMedia download;

    FetchBotMedia(Bots bots, AllowedHosts hosts, DownloadMedia download) {
        this.bots = bots;
        this.hosts = hosts;
        this.download = download;
    }

    @Override
    public ChannelId channel() {
        return BotChannel.ID;
    }

    /// By the platform's page "接收消息".
    @Override
    public Duration keptFor() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Mono<Media> fetch(Address account, String media) {
        return Mono.justOrEmpty(bots.get(account.account()))
                .flatMap(bot -> Mono.justOrEmpty(hosts.file(bot, media))
                        .flatMap(address -> download.closed(address, closed -> opened(bot, closed))))
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.GONE, "no such bot, or somebody else's host")));
    }

    private static byte[] opened(WecomBot bot, byte[] closed) {
        return bot.seal()
                .openFile(closed)
                .orElseThrow(() -> new MediaFailure(Reason.REFUSED_TYPE, "not encrypted with the bot's key"));
    }
}
