package org.linli.cases;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.linli.platform.redis.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells every open desk that something changed: after the commit, and without making it wait for Redis.
///
/// A thousand changes in a moment become few calls; one that is lost is made good when a desk looks again by itself.
@Component
class TellTheDesk implements Job {

    private final Live live;
    private final Bells bells;
    private final Set<CommunityId> changed = ConcurrentHashMap.newKeySet();

    TellTheDesk(Live live, Bells bells) {
        this.live = live;
        this.bells = bells;
    }

    /// Within a transaction: remembers whose desk has to hear of it once it is committed.
    Mono<Void> afterCommit(List<Step> steps) {
        var communities = Set.copyOf(steps.stream().map(Step::community).toList());
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> remember(communities));
                    }
                }))
                .then();
    }

    private void remember(Set<CommunityId> communities) {
        changed.addAll(communities);
        bells.ring(name());
    }

    @Override
    public String name() {
        return "tell-the-desk";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return Flux.fromIterable(Set.copyOf(changed))
                .doOnNext(changed::remove)
                .flatMap(community ->
                        live.say(CaseLive.topic(community), "changed").thenReturn(1))
                .reduce(0, Integer::sum);
    }
}
