package org.linli.channels.xmpp;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;
import org.jxmpp.stringprep.XmppStringprepException;
import org.linli.platform.database.CommunityId;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// One account of ours on an XMPP server.
///
/// @param id           our own name for it: part of stored addresses, so it never changes
/// @param jid          like `linli@example.org`
/// @param host         where the server is; `null`: as the DNS says for the domain of the jid
/// @param certificate  a PEM file with the authority that signed the server's certificate; `null`: one that Java knows
/// @param nickname     what it is called in rooms
/// @param community    whom the people on it belong to
/// @param rooms        the rooms to be in, like `b3@rooms.example.org`; no invitation leads into any other
/// @param uploadHosts  where the server keeps what people send besides words; nothing is fetched from anywhere else
record XmppAccount(
        String id,
        String jid,
        String password,
        @Nullable String host,
        @DefaultValue("5222") int port,
        @DefaultValue("TLS") Security security,
        @Nullable Path certificate,
        @DefaultValue(NICKNAME) String nickname,
        String community,
        @DefaultValue List<String> rooms,
        @DefaultValue List<String> uploadHosts) {

    static final String NICKNAME = "小邻";

    enum Security {
        TLS,
        /// Unencrypted: only for a server on the same machine.
        PLAIN
    }

    XmppAccount {
        require(id, "id", "[A-Za-z0-9-]{1,32}", "1-32 letters, digits or dashes");
        require(password, "password", "(?s).{1,1023}", "the password of the account");
        require(community, "community", "[a-z][a-z0-9-]{0,31}", "the id of one of our communities, like lm");
        rooms = rooms.stream()
                .map(it -> bare(it, "rooms").toString())
                .distinct()
                .toList();
        uploadHosts =
                uploadHosts.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        jid = bare(jid, "jid").toString();
        nick(nickname);
        if (security == Security.PLAIN && !isThisMachine(host)) {
            throw new IllegalArgumentException(
                    "security is plain, so host has to be this machine (expected: 127.0.0.1, ::1 or localhost)");
        }
    }

    EntityBareJid address() {
        return bare(jid, "jid");
    }

    List<EntityBareJid> roomAddresses() {
        return rooms.stream().map(it -> bare(it, "rooms")).toList();
    }

    Resourcepart nick() {
        return nick(nickname);
    }

    CommunityId communityId() {
        return new CommunityId(community);
    }

    @Override
    public String toString() {
        return "XmppAccount[" + id + "]";
    }

    private static boolean isThisMachine(@Nullable String host) {
        return host != null && host.matches("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1");
    }

    private static EntityBareJid bare(@Nullable String address, String name) {
        try {
            return JidCreate.entityBareFrom(address == null ? "" : address);
        } catch (XmppStringprepException wrong) {
            throw new IllegalArgumentException("%s (expected: like name@example.org)".formatted(name));
        }
    }

    private static Resourcepart nick(String nickname) {
        try {
            return Resourcepart.from(nickname);
        } catch (XmppStringprepException wrong) {
            throw new IllegalArgumentException("nickname (expected: what XMPP allows as one)");
        }
    }

    // the value stays out of the message: it may be a misplaced secret
    private static void require(@Nullable String value, String name, String pattern, String expected) {
        if (value == null || !value.matches(pattern)) {
            throw new IllegalArgumentException("%s is missing or wrong (expected: %s)".formatted(name, expected));
        }
    }
}
