package org.linli.channels.kept;

import java.time.Duration;
import org.linli.platform.jobs.Bells;
import org.linli.platform.jobs.Job;
import org.linli.platform.redis.Live;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Listens for changes on other replicas and wakes [ReloadAccounts].
@Component
class HearOfAccounts implements Job {

    /// Said with the account's id after each change.
    static final String TOPIC = "channel-accounts";

    private final Live live;
    private final Bells bells;

    HearOfAccounts(Live live, Bells bells) {
        this.live = live;
        this.bells = bells;
    }

    @Override
    public String name() {
        return "hear-of-accounts";
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
        return live.hear(TOPIC).doOnNext(_ -> bells.ring(ReloadAccounts.NAME)).then(Mono.just(0));
    }
}
