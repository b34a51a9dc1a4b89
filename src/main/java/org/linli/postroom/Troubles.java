package org.linli.postroom;

import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How many of our accounts are known to be in trouble. Asks no platform.
@Component
public class Troubles {

    private final Accounts accounts;

    Troubles(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Never empty.
    public Mono<Long> count(CommunityId community) {
        return Flux.fromIterable(accounts.of(community))
                .filterWhen(
                        account -> accounts.checkup(account).troubles(account).hasElements())
                .count();
    }
}
