package org.linli.polls.alarms;

import org.linli.community.Communities;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

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
    Mono<NameSource> of(Poll poll) {
        return Mono.zip(communities.map(poll.community()), seals.of(poll), NameSource::new);
    }

    /// A flat or a member of staff; empty text where nobody can tell. Never empty.
    public Mono<String> name(Poll poll, Alarm it) {
        return of(poll).map(names -> names.name(it)).defaultIfEmpty("");
    }
}
