package org.linli.platform.secrets;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
    private final RarerLooks looks;
    private final Map<SealedColumn, List<String>> reached = new ConcurrentHashMap<>();
    private final Set<SealedColumn> ended = ConcurrentHashMap.newKeySet();

    SealWhatIsStored(List<KeepsSealed> kept, Sealing sealing, SealAnew seal, Clock clock) {
        this.kept = List.copyOf(kept);
        this.sealing = sealing;
        this.seal = seal;
        this.looks = new RarerLooks(clock);
    }

    @Override
    public String name() {
        return "seal-what-is-stored";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    /// A batch of each table, from where the one before ended.
    @Override
    public Mono<Integer> round() {
        return Mono.<Void>fromRunnable(sealing::readAgain)
                .subscribeOn(Schedulers.boundedElastic())
                .then(Mono.defer(() -> looks.areDue(sealing.beginning()) ? further() : Mono.just(0)));
    }

    private Mono<Integer> further() {
        return Flux.fromIterable(columns())
                .filter(column -> !ended.contains(column))
                .concatMap(this::further)
                .reduce(0, Integer::sum)
                .doOnNext(_ -> endIfAllDid());
    }

    private Mono<Integer> further(SealedColumn column) {
        return seal.batch(column, reached.getOrDefault(column, List.of()))
                .doOnNext(batch -> remember(column, batch.last()))
                .map(SealAnew.Batch::rows);
    }

    private void remember(SealedColumn column, @Nullable List<String> last) {
        if (last == null) {
            reached.remove(column);
            ended.add(column);
        } else {
            reached.put(column, last);
        }
    }

    private void endIfAllDid() {
        if (ended.containsAll(columns())) {
            ended.clear();
            looks.done();
        }
    }

    List<SealedColumn> columns() {
        return kept.stream().flatMap(it -> it.sealed().stream()).toList();
    }
}
