package org.linli.outbox;

import java.util.List;
import org.linli.channels.Permitted;
import org.linli.platform.database.WriteEffects;
import org.linli.platform.jobs.Bells;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A permission may be the one that a letter waits for.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 3)
class ReleaseAfterPermission implements WriteEffects<Permitted> {

    private final HeldLetters held;
    private final Bells bells;

    ReleaseAfterPermission(HeldLetters held, Bells bells) {
        this.held = held;
        this.bells = bells;
    }

    @Override
    public Class<Permitted> kind() {
        return Permitted.class;
    }

    @Override
    public Mono<Void> write(List<Permitted> permitted) {
        var people = permitted.stream()
                .filter(it -> it.permits().more() > 0)
                .map(Permitted::person)
                .toList();
        return held.release(permitted.getFirst().community(), people)
                .flatMap(due -> due > 0 ? bells.ringAfterCommit(DeliverLetters.NAME) : Mono.empty());
    }
}
