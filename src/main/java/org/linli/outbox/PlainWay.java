package org.linli.outbox;

import java.util.List;
import org.linli.channels.Allowance;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Way;
import reactor.core.publisher.Mono;

/// The only way of a channel that has but one.
record PlainWay(Channel channelItself) implements Way {

    @Override
    public String id() {
        return channelItself.id().value();
    }

    @Override
    public ChannelId channel() {
        return channelItself.id();
    }

    @Override
    public Limits limits() {
        return channelItself.limits();
    }

    @Override
    public boolean carries(Outbound letter) {
        return true;
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return List.of();
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return channelItself.send(message);
    }
}
