package org.linli.channels.xmpp;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts our accounts on XMPP servers; without any, nothing is connected
/// @param patience how long a server may take to answer us; less than the outbox waits for a part of a letter
/// @param lease    how long a replica that died keeps others from connecting in its place
@ConfigurationProperties("linli.channels.xmpp")
record XmppSettings(
        @DefaultValue List<XmppAccount> accounts,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("10s") Duration lease) {

    XmppSettings {
        accounts = List.copyOf(accounts);
        var ids = new HashSet<String>();
        for (XmppAccount account : accounts) {
            if (!ids.add(account.id())) {
                throw new IllegalArgumentException(
                        "linli.channels.xmpp.accounts: two have the id '%s' (expected: each its own)"
                                .formatted(account.id()));
            }
        }
    }

    Optional<XmppAccount> account(String id) {
        return accounts.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
