package org.linli.channels.webchat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/// An inbox that remembers what it was handed, and can be out of order.
@Primary
class KeptMessages implements Intake {

    final List<Inbound> messages = new CopyOnWriteArrayList<>();
    volatile boolean outOfOrder;

    @Override
    public Mono<Void> keep(Inbound message) {
        return outOfOrder
                ? Mono.error(() -> new IllegalStateException("database is gone"))
                : Mono.fromRunnable(() -> messages.add(message));
    }
}
