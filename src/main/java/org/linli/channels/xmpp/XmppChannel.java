package org.linli.channels.xmpp;

import java.time.Duration;
import java.util.Set;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Rooms and private talks on XMPP servers. What is said comes in by the connections, not by calls.
@Component
class XmppChannel implements Channel {

    /// What people read in one piece; servers carry more.
    static final Limits LIMITS = new Limits(6_000, Duration.ZERO);

    private final HoldAccounts accounts;
    private final SayInRoom room;
    private final WriteToPerson person;

    XmppChannel(HoldAccounts accounts, SayInRoom room, WriteToPerson person) {
        this.accounts = accounts;
        this.room = room;
        this.person = person;
    }

    @Override
    public ChannelId id() {
        return Translate.XMPP;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    /// No XMPP server calls us.
    @Override
    public Mono<Delivery> receive(WebhookRequest request) {
        return Mono.error(
                () -> new WebhookRejected(WebhookRejected.Reason.UNKNOWN_ACCOUNT, "XMPP servers are called by us"));
    }

    @Override
    public Set<String> elsewhere() {
        return accounts.elsewhere();
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return message.to().isGroup() ? room.send(message) : person.send(message);
    }
}
