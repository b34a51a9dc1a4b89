package org.linli.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds the letters that have to wait for the morning.
@Component
class HoldLetters {

    private final SingletonSupplier<List<QuietTime>> quiet;

    HoldLetters(ObjectProvider<QuietTime> quiet) {
        this.quiet = SingletonSupplier.of(() -> quiet.stream().toList());
    }

    /// From when on they may be sent. Never empty; the map has those only that have to wait.
    Mono<Map<Letter, Instant>> waiting(List<Letter> letters) {
        return Flux.fromIterable(letters)
                .filter(it -> it.to().isGroup())
                .concatMap(letter -> Flux.fromIterable(quiet.obtain())
                        .concatMap(it -> it.until(letter))
                        .next()
                        .map(at -> Map.entry(letter, at)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
