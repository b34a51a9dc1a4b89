package org.linli.channels.xmpp;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param accounts our accounts on XMPP servers; without any, nothing is connected
/// @param patience how long a server may take to answer us; less than the outbox waits for a part of a letter
/// @param servers  those on which accounts may be set up on pages, as we reach them; without any, there are none: no
///                 page may choose where we connect to from inside
/// @param lease    how long a replica that died keeps others from connecting in its place
@ConfigurationProperties("linli.channels.xmpp")
record XmppSettings(
        @DefaultValue List<XmppAccount> accounts,
        @DefaultValue List<XmppServer> servers,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("10s") Duration lease) {

    XmppSettings {
        accounts = List.copyOf(accounts);
        servers = List.copyOf(servers);
        var ids = new HashSet<String>();
        for (XmppAccount account : accounts) {
            if (!ids.add(account.id())) {
                throw new IllegalArgumentException(
                        "linli.channels.xmpp.accounts: two have the id '%s' (expected: each its own)"
                                .formatted(account.id()));
            }
        }
    }

    Optional<XmppServer> server(String domain) {
        return servers.stream().filter(it -> it.domain().equals(domain)).findFirst();
    }
}
