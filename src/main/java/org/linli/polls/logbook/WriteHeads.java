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
class WriteHeads implements WriteEffects<HeadSigned> {

    private final Logbook logs;

    WriteHeads(Logbook logs) {
        this.logs = logs;
    }

    @Override
    public Class<HeadSigned> kind() {
        return HeadSigned.class;
    }

    @Override
    public Mono<Void> write(List<HeadSigned> effects) {
        return Flux.fromIterable(effects).concatMap(logs::sign).then();
    }
}
