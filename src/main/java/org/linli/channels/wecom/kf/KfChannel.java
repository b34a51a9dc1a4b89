package org.linli.channels.wecom.kf;

import java.time.Duration;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.Rejections;
import org.linli.channels.wecom.ReadEvent;
import org.linli.channels.wecom.WecomEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Private talks with whoever writes to a service desk.
///
/// A call carries nobody's words. That there was one is committed before it is acknowledged; [SyncMessages] then
/// fetches what was said.
@Component
class KfChannel implements Channel {

    static final ChannelId ID = new ChannelId("wecom-kf");
    /// The platform's page "发送消息": 2048 bytes.
    static final Limits LIMITS = new Limits(2048, Duration.ZERO);

    private static final Reply TAKEN = Reply.text("");

    private final KfDesks desks;
    private final Cursors cursors;
    private final SendByKf sender;

    KfChannel(KfDesks desks, Cursors cursors, SendByKf sender) {
        this.desks = desks;
        this.cursors = cursors;
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

    /// Signals what the database says too: a call that could not be noted is not acknowledged.
    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.fromCallable(() -> read(request)).flatMap(it -> it);
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return sender.send(message);
    }

    private Mono<Delivery> read(WebhookRequest request) {
        var desk = desks.named(request.account()).orElseThrow(Rejections::unknownAccount);
        return switch (request.method()) {
            case "GET" ->
                Mono.just(new Delivery.Handshake(Reply.text(desk.gate().handshake(request))));
            case "POST" -> called(desk, ReadEvent.from(desk.gate().open(request).message()));
            default -> throw Rejections.unreadable("neither GET nor POST");
        };
    }

    private Mono<Delivery> called(KfDesks.KfDesk desk, WecomEvent event) {
        return event instanceof WecomEvent.ServiceCalled call
                        && call.account().equals(desk.settings().openKfId())
                ? cursors.called(desk.id(), call.token()).thenReturn(ignored("what was said is fetched"))
                : Mono.just(ignored("not about this desk"));
    }

    private static Delivery ignored(String why) {
        return new Delivery.Ignored(why, TAKEN);
    }
}
