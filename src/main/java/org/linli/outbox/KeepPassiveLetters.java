package org.linli.outbox;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps letters that travel in the response of a platform's call: seen like the others, sent by nobody.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class KeepPassiveLetters implements WriteEffects<PassiveLetter> {

    private final KeepLetters letters;

    KeepPassiveLetters(KeepLetters letters) {
        this.letters = letters;
    }

    @Override
    public Class<PassiveLetter> kind() {
        return PassiveLetter.class;
    }

    @Override
    public Mono<Void> write(List<PassiveLetter> passive) {
        return letters.keep(passive.stream().map(PassiveLetter::letter).toList(), "handed");
    }
}
