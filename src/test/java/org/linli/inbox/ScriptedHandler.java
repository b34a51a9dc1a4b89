package org.linli.inbox;

import java.util.function.Function;
import reactor.core.publisher.Mono;

/// Does with messages what the test says.
final class ScriptedHandler implements HandleArrival {

    private volatile Function<Arrival, Mono<Void>> script = _ -> Mono.error(new IllegalStateException("no script"));

    void does(Function<Arrival, Mono<Void>> script) {
        this.script = script;
    }

    @Override
    public Mono<Void> handle(Arrival arrival) {
        return script.apply(arrival);
    }
}
