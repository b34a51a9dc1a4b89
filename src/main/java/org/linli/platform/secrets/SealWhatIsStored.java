package org.linli.platform.secrets;

import java.time.Duration;
import java.util.List;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Brings everything that is sealed to the key in use, which another program may have changed in the file.
@Component
class SealWhatIsStored implements Job {

    private final List<KeepsSealed> kept;
    private final Sealing sealing;
    private final SealAnew seal;

    SealWhatIsStored(List<KeepsSealed> kept, Sealing sealing, SealAnew seal) {
        this.kept = List.copyOf(kept);
        this.sealing = sealing;
        this.seal = seal;
    }

    @Override
    public String name() {
        return "seal-what-is-stored";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.<Void>fromRunnable(sealing::readAgain)
                .subscribeOn(Schedulers.boundedElastic())
                .thenMany(Flux.fromIterable(columns()))
                .concatMap(seal::batch)
                .reduce(0, Integer::sum);
    }

    List<SealedColumn> columns() {
        return kept.stream().flatMap(it -> it.sealed().stream()).toList();
    }
}
