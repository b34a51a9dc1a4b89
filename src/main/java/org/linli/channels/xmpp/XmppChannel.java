package org.linli.channels.xmpp;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Duration;
import java.util.Set;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Delivery;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Rooms and private talks on XMPP servers. What is said comes in by the connections, not by calls.
@Component
class XmppChannel implements Channel {

    /// What people read in one piece; servers carry more.
    private static final Limits LIMITS = new Limits(6_000, Duration.ZERO);

    private final XmppSettings settings;
    private final HoldAccounts accounts;
    private final SayInRoom room;
    private final WriteToPerson person;

    XmppChannel(XmppSettings settings, HoldAccounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
        var words = Words.read();
        this.room = new SayInRoom(words);
        this.person = new WriteToPerson(words);
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
        return Mono.defer(() -> {
            String account = message.to().account();
            if (settings.account(account).isEmpty()) {
                throw new SendFailure(MISCONFIGURED, "no such account");
            }
            var session = accounts.session(account).orElseThrow(() -> new SendFailure(UNREACHABLE, "not connected"));
            return message.to().isGroup() ? room.send(session, message) : person.send(session, message);
        });
    }
}
