package org.linli.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds the letters that have to wait for the morning.
@Component
class HoldLetters {

    private final ObjectProvider<QuietTime> quiet;

    HoldLetters(ObjectProvider<QuietTime> quiet) {
        this.quiet = quiet;
    }

    /// From when on they may be sent. Never empty; the map has those only that have to wait.
    Mono<Map<Letter, Instant>> waiting(List<Letter> letters) {
        return Flux.fromIterable(letters)
                .filter(it -> it.to().isGroup())
                .concatMap(letter -> Flux.fromStream(quiet.stream())
                        .concatMap(it -> it.until(letter))
                        .next()
                        .map(at -> Map.entry(letter, at)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
