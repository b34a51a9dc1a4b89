package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Reply;
import org.linli.channels.WebhookRequest;
import org.linli.channels.tencent.Rejections;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// WeChat's official accounts: private talks with followers, any number of accounts.
@Component
class WechatChannel implements Channel {

    static final ChannelId ID = new ChannelId("wechat");

    static final int TEXT_BYTES = 2048;

    /// The platform cuts longer texts off, and resends a call that is not answered in 5 s.
    private static final Limits LIMITS = new Limits(TEXT_BYTES, Duration.ofMillis(4500));

    /// The one body besides an answer that stops the platform from trying again.
    private static final Reply TAKEN = Reply.text("success");

    private final Accounts accounts;
    private final PassiveReply passiveReply;
    private final CustomerService customerService;
    private final Freshness freshness;

    WechatChannel(Accounts accounts, PassiveReply passiveReply, CustomerService customerService, Freshness freshness) {
        this.accounts = accounts;
        this.passiveReply = passiveReply;
        this.customerService = customerService;
        this.freshness = freshness;
    }

    static boolean fits(String text) {
        return text.getBytes(UTF_8).length <= LIMITS.textBytes();
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
        return Mono.defer(() -> read(request));
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return customerService.send(message);
    }

    private Mono<Delivery> read(WebhookRequest request) {
        Gate gate = accounts.gate(request.account()).orElseThrow(Rejections::unknownAccount);
        return switch (request.method()) {
            case "GET" -> Mono.just(new Delivery.Handshake(Reply.text(gate.handshake(request))));
            case "POST" -> freshness.of(request, gate.open(request)).map(this::delivery);
            default -> throw Rejections.unreadable("neither GET nor POST");
        };
    }

    private Delivery delivery(Call call) {
        if (call.openid().isEmpty()) {
            return new Delivery.Ignored("nobody is named as its sender", TAKEN);
        }
        return switch (Translate.of(ReadMessage.from(call.message()))) {
            case Translate.Meaning.Nothing nothing -> new Delivery.Ignored(nothing.why(), TAKEN);
            case Translate.Meaning.Says says ->
                new Delivery.Messages(
                        List.of(inbound(call, says.content(), "")), TAKEN, passiveReply(call, says.content()));
            case Translate.Meaning.SaysAll all -> new Delivery.Messages(inbound(call, all.contents()), TAKEN, null);
        };
    }

    private @Nullable Function<Outbound, Reply> passiveReply(Call call, Content content) {
        boolean nobodyReads = content instanceof Content.Left
                || content instanceof Content.Delivered
                || content instanceof Content.Permits;
        return nobodyReads ? null : answer -> passiveReply.write(call, answer);
    }

    private static List<Inbound> inbound(Call call, List<Content> contents) {
        return IntStream.range(0, contents.size())
                .mapToObj(i -> inbound(call, contents.get(i), "-" + i))
                .toList();
    }

    /// @param part tells apart what one call says
    private static Inbound inbound(Call call, Content content, String part) {
        return new Inbound(
                call.account().communityId(),
                MessageId.of(call.message()) + part,
                Address.person(ID, call.account().id(), call.openid()),
                null,
                true,
                content,
                MessageId.sentAt(call.message()));
    }
}
