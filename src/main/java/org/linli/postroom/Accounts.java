package org.linli.postroom;

import java.util.List;
import java.util.Optional;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All our accounts on all channels that can say how they are.
@Component
public class Accounts {

    private final ObjectProvider<Checkup> checkups;

    Accounts(ObjectProvider<Checkup> checkups) {
        this.checkups = checkups;
    }

    /// By channel; empty when none is configured.
    public List<Account> of(CommunityId community) {
        return checkups.orderedStream()
                .flatMap(it -> it.accounts().stream())
                .filter(it -> it.community().equals(community))
                .toList();
    }

    public Optional<Account> find(CommunityId community, String channel, String id) {
        return of(community).stream()
                .filter(it -> it.channel().value().equals(channel) && it.id().equals(id))
                .findFirst();
    }

    Optional<Account> find(ChannelId channel, String id) {
        return checkups.orderedStream()
                .filter(it -> it.channel().equals(channel))
                .flatMap(it -> it.accounts().stream())
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    /// The one that answers for it.
    public Checkup checkup(Account account) {
        return checkups.orderedStream()
                .filter(it -> it.accounts().contains(account))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("nobody answers for an account of " + account.channel()));
    }
}
