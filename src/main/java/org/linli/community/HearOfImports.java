package org.linli.community;

import java.time.Duration;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.linli.platform.redis.Live;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Listens for imports on other replicas and wakes [ReloadCommunities].
@Component
class HearOfImports implements Job {

    /// Said with the community's id after each import.
    static final String TOPIC = "community";

    private final Live live;
    private final Bells bells;

    HearOfImports(Live live, Bells bells) {
        this.live = live;
        this.bells = bells;
    }

    @Override
    public String name() {
        return "hear-of-imports";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    /// Listening is meant to last.
    @Override
    public Duration limit() {
        return Duration.ofDays(3650);
    }

    /// Does not end by itself.
    @Override
    public Mono<Integer> round() {
        return live.hear(TOPIC)
                .doOnNext(_ -> bells.ring(ReloadCommunities.NAME))
                .then(Mono.just(0));
    }
}
