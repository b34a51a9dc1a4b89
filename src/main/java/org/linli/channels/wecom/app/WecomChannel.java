package org.linli.channels.wecom.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.Field;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Rejections;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.ReadEvent;
import org.linli.channels.wecom.ReadMessage;
import org.linli.channels.wecom.WecomEvent;
import org.linli.channels.wecom.WecomMessage;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// WeCom's apps: private talks with members, any number of apps of any number of corporations.
@Component
class WecomChannel implements Channel {

    static final ChannelId ID = new ChannelId("wecom");

    /// The platform cuts longer texts off, and resends a call that is not answered in 5 s: its page "接收消息与事件".
    static final Limits LIMITS = new Limits(2048, Duration.ofMillis(4500));

    /// An empty body stops the platform from trying again.
    private static final Reply TAKEN = Reply.text("");

    private final Apps apps;
    private final OfNow ofNow;
    private final PassiveReply passiveReply;
    private final SendByApp sender;

    WecomChannel(Apps apps, WecomSettings settings, PassiveReply passiveReply, SendByApp sender, Clock clock) {
        this.apps = apps;
        this.ofNow = settings.ofNow(clock);
        this.passiveReply = passiveReply;
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

    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.fromCallable(() -> read(request));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return sender.send(message);
    }

    private Delivery read(WebhookRequest request) {
        WecomApp app = apps.get(request.account());
        if (app == null) {
            throw Rejections.unknownAccount();
        }
        return switch (request.method()) {
            case "GET" -> new Delivery.Handshake(Reply.text(app.gate(ofNow).handshake(request)));
            case "POST" -> delivery(app, app.gate(ofNow).open(request));
            default -> throw Rejections.unreadable("neither GET nor POST");
        };
    }

    private Delivery delivery(WecomApp app, Gate.Opened call) {
        String member = call.message().textOf("FromUserName").strip();
        if (member.isEmpty() || member.equals("sys")) {
            return new Delivery.Ignored("no member is named as its sender", TAKEN);
        }
        WecomMessage message = ReadMessage.from(call.message());
        return switch (Translate.of(message)) {
            case Translate.Meaning.Nothing nothing -> new Delivery.Ignored(nothing.why(), TAKEN);
            case Translate.Meaning.Says says -> said(app, call, message, inbound(app, call.message(), member, says));
        };
    }

    private Delivery said(WecomApp app, Gate.Opened call, WecomMessage message, Inbound inbound) {
        return switch (message) {
            case WecomEvent.CardTapped card ->
                new Delivery.Messages(List.of(inbound), passiveReply.cardTapped(app, call, card), null);
            case WecomEvent.Unsubscribed _ -> new Delivery.Messages(List.of(inbound), TAKEN, null);
            default -> new Delivery.Messages(List.of(inbound), TAKEN, answer -> passiveReply.words(app, call, answer));
        };
    }

    private static Inbound inbound(WecomApp app, Field call, String member, Translate.Meaning.Says says) {
        return new Inbound(
                app.corp().communityId(),
                ReadEvent.id(call),
                Address.person(ID, app.settings().id(), member),
                null,
                true,
                says.content(),
                CallId.at(call.numberOf("CreateTime")));
    }
}
