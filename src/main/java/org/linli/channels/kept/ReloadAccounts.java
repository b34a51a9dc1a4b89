package org.linli.channels.kept;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads the accounts anew, so that a change is noticed also where [HearOfAccounts] heard nothing.
@Component
class ReloadAccounts implements Job {

    static final String NAME = "reload-accounts";

    private final KeptAccounts accounts;

    ReloadAccounts(KeptAccounts accounts) {
        this.accounts = accounts;
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
        return accounts.renew().thenReturn(0);
    }
}
