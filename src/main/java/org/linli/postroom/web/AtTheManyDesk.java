package org.linli.postroom.web;

import java.util.Set;
import org.linli.channels.Account;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.postroom.ManyAccounts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who may write to many, and by which accounts.
@Component
class AtTheManyDesk {

    static final Set<Role> WRITE = Set.of(Role.COMMUNITY_WORKER, Role.ADMIN);

    private final AtThePostroom postroom;
    private final ManyAccounts accounts;

    AtTheManyDesk(AtThePostroom postroom, ManyAccounts accounts) {
        this.postroom = postroom;
        this.accounts = accounts;
    }

    /// Never empty. Signals 404 for everybody else.
    Mono<StaffMember> member() {
        return postroom.oneOf(WRITE);
    }

    /// Never empty. Signals 404 too where there is no such account, or it writes to nobody but one.
    Mono<Account> account(String channel, String id) {
        return member().flatMap(member -> Mono.justOrEmpty(accounts.find(member.community(), channel, id)))
                .switchIfEmpty(Mono.error(AtThePostroom::notThere));
    }
}
