package org.linli.polls;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// After the vote that they belong to.
@Component
@Order(75)
class WriteVoicesGiven implements WriteEffects<VoicesGiven> {

    private final Voices voices;

    WriteVoicesGiven(Voices voices) {
        this.voices = voices;
    }

    @Override
    public Class<VoicesGiven> kind() {
        return VoicesGiven.class;
    }

    @Override
    public Mono<Void> write(List<VoicesGiven> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> voices.write(it.poll(), it.voters()))
                .then();
    }
}
