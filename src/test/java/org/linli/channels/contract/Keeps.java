package org.linli.channels.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Mono;

/// An inbox that remembers what it was handed, where an adapter looks for one.
public final class Keeps implements Intake, ObjectProvider<Intake> {

    private final List<Inbound> kept = new CopyOnWriteArrayList<>();

    public List<Inbound> kept() {
        return List.copyOf(kept);
    }

    @Override
    public Mono<Void> keep(Inbound message) {
        return Mono.fromRunnable(() -> kept.add(message));
    }

    @Override
    public Intake getObject() {
        return this;
    }
}
