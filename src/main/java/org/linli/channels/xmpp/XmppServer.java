package org.linli.channels.xmpp;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A server on which accounts of ours may be set up on pages.
///
/// @param domain what follows the `@` of its accounts
/// @param host   where it is, as for [XmppAccount]; so are the others
record XmppServer(
        String domain,
        @Nullable String host,
        @DefaultValue("5222") int port,
        @DefaultValue("TLS") XmppAccount.Security security,
        @Nullable Path certificate,
        @DefaultValue List<String> uploadHosts) {

    XmppServer {
        try {
            domain = JidCreate.domainBareFrom(domain).toString();
        } catch (XmppStringprepException wrong) {
            throw new IllegalArgumentException("linli.channels.xmpp.servers: domain (expected: like example.org)");
        }
        uploadHosts = List.copyOf(uploadHosts);
    }
}
