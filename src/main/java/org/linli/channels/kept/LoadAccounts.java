package org.linli.channels.kept;

import org.linli.platform.jobs.AtStart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// So that no platform calls an account that we do not know yet. After the keys were tried.
@Component
@Order(20)
class LoadAccounts implements AtStart {

    private final KeptAccounts accounts;

    LoadAccounts(KeptAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "load-accounts";
    }

    @Override
    public Mono<Void> run() {
        return accounts.renew().then();
    }
}
