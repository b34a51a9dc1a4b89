package org.linli.polls.logbook;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Signals [org.linli.platform.database.Conflict] where another replica was first.
@Component
@Order(74)
class WriteHeadsTold implements WriteEffects<HeadsTold> {

    private final Heads heads;

    WriteHeadsTold(Heads heads) {
        this.heads = heads;
    }

    @Override
    public Class<HeadsTold> kind() {
        return HeadsTold.class;
    }

    @Override
    public Mono<Void> write(List<HeadsTold> effects) {
        return Flux.fromIterable(effects).concatMap(heads::tell).then();
    }
}
