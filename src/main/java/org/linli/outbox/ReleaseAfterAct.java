package org.linli.outbox;

import java.util.List;
import org.linli.channels.Act;
import org.linli.channels.Acted;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.jobs.Bells;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Whatever somebody does may have opened a way to them.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 3)
class ReleaseAfterAct implements WriteEffects<Acted> {

    private final HeldLetters held;
    private final Bells bells;

    ReleaseAfterAct(HeldLetters held, Bells bells) {
        this.held = held;
        this.bells = bells;
    }

    @Override
    public Class<Acted> kind() {
        return Acted.class;
    }

    @Override
    public Mono<Void> write(List<Acted> acts) {
        var acted = acts.stream()
                .filter(it -> it.act() != Act.LEAVE)
                .map(Acted::where)
                .toList();
        return acted.isEmpty()
                ? Mono.empty()
                : held.release(acts.getFirst().community(), acted)
                        .flatMap(due -> due > 0 ? bells.ringAfterCommit(DeliverLetters.NAME) : Mono.empty());
    }
}
