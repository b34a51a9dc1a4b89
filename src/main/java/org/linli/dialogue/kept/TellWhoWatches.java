package org.linli.dialogue.kept;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.dialogue.TalkLive;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Outage;
import org.linli.platform.redis.Live;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells open pages, after the commit, that a talk that waits for a person went on. They are few. One that is not told
/// looks again by itself.
@Component
class TellWhoWatches {

    private static final Duration AT_MOST = Duration.ofMillis(500);

    private final Live live;
    private final Outage telling = new Outage(LoggerFactory.getLogger(TellWhoWatches.class), "telling open pages");

    TellWhoWatches(Live live) {
        this.live = live;
    }

    /// Within a transaction.
    Mono<Void> afterCommit(List<KeptTalk> talks) {
        var communities = talks.stream()
                .filter(it -> it.state().handedOver() != null)
                .map(KeptTalk::community)
                .collect(Collectors.toSet());
        return communities.isEmpty()
                ? Mono.empty()
                : TransactionSynchronizationManager.forCurrentTransaction()
                        .doOnNext(transaction -> transaction.registerSynchronization(telling(communities)))
                        .then();
    }

    private Mono<Void> missed(Throwable error) {
        telling.failed(error, "open pages look again by themselves");
        return Mono.empty();
    }

    private TransactionSynchronization telling(Set<CommunityId> communities) {
        return new TransactionSynchronization() {
            @Override
            public Mono<Void> afterCommit() {
                return Flux.fromIterable(communities)
                        .flatMap(it -> live.say(TalkLive.topic(it), "changed"))
                        .then()
                        .timeout(AT_MOST)
                        .doOnSuccess(_ -> telling.works())
                        .onErrorResume(TellWhoWatches.this::missed);
            }
        };
    }
}
