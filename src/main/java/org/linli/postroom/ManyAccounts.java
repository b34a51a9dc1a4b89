package org.linli.postroom;

import java.util.List;
import java.util.Optional;
import org.linli.channels.Account;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;

/// Our accounts whose platforms know messages to many.
@Component
public class ManyAccounts {

    private final Accounts accounts;
    private final ManyPeople people;

    ManyAccounts(Accounts accounts, ManyPeople people) {
        this.accounts = accounts;
        this.people = people;
    }

    /// By channel; empty where there is none.
    public List<Account> of(CommunityId community) {
        return accounts.of(community).stream()
                .filter(it -> people.reachedBy(it).isPresent())
                .toList();
    }

    public Optional<Account> find(CommunityId community, String channel, String id) {
        return accounts.find(community, channel, id)
                .filter(it -> people.reachedBy(it).isPresent());
    }
}
