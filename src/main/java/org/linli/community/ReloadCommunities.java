package org.linli.community;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Compares versions, so that an import is noticed also where [HearOfImports] heard nothing.
@Component
class ReloadCommunities implements Job {

    static final String NAME = "reload-communities";

    private final Communities communities;

    ReloadCommunities(Communities communities) {
        this.communities = communities;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return communities.renew().thenReturn(0);
    }
}
