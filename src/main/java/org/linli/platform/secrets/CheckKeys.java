package org.linli.platform.secrets;

import java.io.IOException;
import java.time.Duration;
import org.linli.platform.jobs.AtStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Opens one text of each column and key before anybody comes, so that a wrong file of keys is noticed at the start;
/// then, where `keys rotate` asks for it, seals everything with a new key.
@Component
@Order(10)
class CheckKeys implements AtStart {

    private static final Logger LOG = LoggerFactory.getLogger(CheckKeys.class);

    private final SealWhatIsStored stored;
    private final SealAnew seal;
    private final Sealing sealing;
    private final boolean rotate;
    private final Duration untilOthersHaveRead;

    CheckKeys(
            SealWhatIsStored stored,
            SealAnew seal,
            Sealing sealing,
            @Value("${linli.keys-rotate:false}") boolean rotate,
            @Value("${linli.keys-patience:60s}") Duration untilOthersHaveRead) {
        this.stored = stored;
        this.seal = seal;
        this.sealing = sealing;
        this.rotate = rotate;
        this.untilOthersHaveRead = untilOthersHaveRead;
    }

    @Override
    public String name() {
        return "check-keys";
    }

    @Override
    public Mono<Void> run() {
        return Flux.fromIterable(stored.columns())
                .concatMap(seal::opened)
                .then(Mono.defer(() -> rotate ? rotate() : Mono.empty()));
    }

    /// A city's texts take hours to be sealed anew.
    @Override
    public Duration patience() {
        return rotate ? Duration.ofDays(1) : AtStart.super.patience();
    }

    /// Other replicas that read the same file know the new key before it seals anything.
    Mono<Void> rotate() {
        return changed(sealing::addKey)
                .delayElement(untilOthersHaveRead)
                .flatMap(_ -> changed(sealing::useTheNewest))
                .thenMany(Flux.fromIterable(stored.columns()))
                .concatMap(seal::all)
                .reduce(0, Integer::sum)
                .doOnNext(count -> LOG.info("sealed {} texts with a new key", count))
                .then();
    }

    private interface Change {
        void make() throws IOException;
    }

    private static Mono<Boolean> changed(Change change) {
        return Mono.fromCallable(() -> {
                    change.make();
                    return true;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
