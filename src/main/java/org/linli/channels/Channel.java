package org.linli.channels;

import java.util.Set;
import reactor.core.publisher.Mono;

/// One way people reach us: WeChat, WeCom, the web page.
///
/// An adapter only translates. It retries nothing, deduplicates nothing and decides no answer: the inbox and
/// the outbox do that once, for every channel.
public interface Channel {

    /// Part of the webhook address and of every stored message, so it never changes: `wechat`, `wecom`.
    ChannelId id();

    /// What one message may carry here. The outbox splits or degrades a message before it calls [#send].
    Limits limits();

    /// Those of our accounts that this replica cannot send from just now, because another one holds their
    /// connection, or nobody is connected. The outbox leaves their letters alone, which uses up none of
    /// their tries.
    default Set<String> elsewhere() {
        return Set.of();
    }

    /// Proves that the request comes from the platform, then reads it. Pure computation.
    ///
    /// Signals [WebhookRejected] and no other error.
    ///
    /// @return what the call said, [Delivery.Ignored] included; never empty
    Mono<Delivery> receive(WebhookRequest request);

    /// Hands over one message, once.
    ///
    /// Signals [SendFailure] and no other error; its reason tells the outbox whether to try again.
    ///
    /// @return the platform's own id for the message; never empty
    Mono<Receipt> send(Outbound message);
}
