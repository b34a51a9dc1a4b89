package org.linli.polls.alarms;

import org.linli.community.Communities;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Says what sources of alarms stand for, as long as the secret of the poll lives.
@Component
public class NameSources {

    private final Communities communities;
    private final Seals seals;

    NameSources(Communities communities, Seals seals) {
        this.communities = communities;
        this.seals = seals;
    }

    /// Empty once the secret was destroyed.
    public Mono<NameSource> of(Poll poll) {
        return Mono.zip(communities.map(poll.community()), seals.of(poll))
                .publishOn(Schedulers.boundedElastic())
                .map(it -> NameSource.of(it.getT1(), it.getT2()));
    }
}
