package org.linli.channels.parrot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
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
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRejected.Reason;
import org.linli.channels.WebhookRequest;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// The simplest channel there can be. A call's body has a line `id|who|words` for each message; the query parameter
/// `key` has to be `open sesame`; there is one account, `nest`. What is sent is remembered.
public final class ParrotChannel implements Channel {

    public static final CommunityId COMMUNITY = new CommunityId("willow");
    public static final ChannelId ID = new ChannelId("parrot");
    public static final String ACCOUNT = "nest";
    public static final String KEY = "open sesame";

    public final ConcurrentLinkedQueue<Outbound> sent = new ConcurrentLinkedQueue<>();
    public volatile Set<String> elsewhere = Set.of();
    private final Limits limits;
    private volatile Function<Outbound, Mono<Receipt>> platform = it -> Mono.just(new Receipt("r-" + it.key()));

    public ParrotChannel(Limits limits) {
        this.limits = limits;
    }

    public static ParrotChannel thatWaits(Duration budget) {
        return new ParrotChannel(new Limits(2048, budget));
    }

    public static Address person(String name) {
        return Address.person(ID, ACCOUNT, name);
    }

    public static Inbound message(String id, String who, String words) {
        return new Inbound(COMMUNITY, id, person(who), null, true, new Content.Text(words), Instant.EPOCH);
    }

    /// From now on sending goes like this; also what fails counts as sent here, so that a test can count attempts.
    public void sendsLike(Function<Outbound, Mono<Receipt>> platform) {
        this.platform = platform;
    }

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Set<String> elsewhere() {
        return elsewhere;
    }

    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.fromSupplier(() -> read(request));
    }

    private Delivery read(WebhookRequest request) {
        if (!request.account().equals(ACCOUNT)) {
            throw new WebhookRejected(Reason.UNKNOWN_ACCOUNT, request.account());
        }
        if (!KEY.equals(request.query().get("key"))) {
            throw new WebhookRejected(Reason.NOT_GENUINE, "wrong key");
        }
        return switch (request.body()) {
            case "" -> new Delivery.Handshake(Reply.text(request.query().getOrDefault("echo", "")));
            case "noise" -> new Delivery.Ignored("noise", Reply.text("ok"));
            case "bug" -> throw new IllegalStateException("secret words");
            case String body ->
                new Delivery.Messages(messages(body), Reply.text("ok"), answer -> Reply.text(answer.text()));
        };
    }

    private static List<Inbound> messages(String body) {
        var messages = new ArrayList<Inbound>();
        for (String line : body.split("\n")) {
            String[] parts = line.split("\\|", 3);
            if (parts.length != 3) {
                throw new WebhookRejected(Reason.UNREADABLE, "not three parts");
            }
            messages.add(message(parts[0], parts[1], parts[2]));
        }
        return messages;
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.defer(() -> {
            sent.add(message);
            return platform.apply(message);
        });
    }
}
