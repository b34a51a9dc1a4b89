package org.linli.outbox;

import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts letters into the outbox for which nobody asked. Since a backup was brought back they wait for somebody:
/// residents may have had them before, and the database does not know it. What is urgent leaves at once all the same:
/// an alarm that comes twice harms less than one that does not come.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class KeepUnasked implements WriteEffects<Unasked> {

    private final KeepLetters keep;
    private final SinceRestore restores;

    KeepUnasked(KeepLetters keep, SinceRestore restores) {
        this.keep = keep;
        this.restores = restores;
    }

    @Override
    public Class<Unasked> kind() {
        return Unasked.class;
    }

    @Override
    public Mono<Void> write(List<Unasked> unasked) {
        var letters = unasked.stream().map(Unasked::letter).toList();
        return restores.open(letters.stream().map(Letter::community).collect(Collectors.toSet()))
                .collect(Collectors.toSet())
                .map(open -> letters.stream()
                        .collect(Collectors.partitioningBy(it -> open.contains(it.community()) && !keep.isUrgent(it))))
                .flatMap(it -> kept(it.getOrDefault(false, List.of())).then(waiting(it.getOrDefault(true, List.of()))));
    }

    private Mono<Void> kept(List<Letter> letters) {
        return letters.isEmpty() ? Mono.empty() : keep.write(letters);
    }

    private Mono<Void> waiting(List<Letter> letters) {
        return letters.isEmpty() ? Mono.empty() : keep.keepForSomebody(letters, SinceRestore.REASON);
    }
}
