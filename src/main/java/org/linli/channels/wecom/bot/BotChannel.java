package org.linli.channels.wecom.bot;

import java.time.Clock;
import java.time.Duration;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Rejections;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// WeCom's AI bots: groups in which somebody calls the bot, and private talks with it.
@Component
class BotChannel implements Channel {

    static final ChannelId ID = new ChannelId("wecom-bot");

    /// The platform's page "被动回复消息" for the size; a call is answered in 5 s.
    static final Limits LIMITS = new Limits(20_480, Duration.ofMillis(4500));

    private final Bots bots;
    private final OfNow ofNow;
    private final HearBot hear;
    private final SendByBot sender;

    BotChannel(Bots bots, WecomSettings settings, HearBot hear, SendByBot sender, Clock clock) {
        this.bots = bots;
        this.ofNow = settings.ofNow(clock);
        this.hear = hear;
        this.sender = sender;
    }

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /// Also opens the way for an answer that comes late, which Redis remembers.
    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.defer(() -> read(request));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return sender.send(message);
    }

    private Mono<Delivery> read(WebhookRequest request) {
        WecomBot bot = bots.get(request.account());
        if (bot == null) {
            throw Rejections.unknownAccount();
        }
        return switch (request.method()) {
            case "GET" ->
                Mono.just(new Delivery.Handshake(Reply.text(bot.gate(ofNow).handshake(request))));
            case "POST" -> hear.delivery(bot, bot.gate(ofNow).open(request));
            default -> throw Rejections.unreadable("neither GET nor POST");
        };
    }
}
