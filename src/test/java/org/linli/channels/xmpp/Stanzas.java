package org.linli.channels.xmpp;

import java.time.Instant;
import java.util.List;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;

/// Messages as a server writes them.
final class Stanzas {

    static final XmppAccount ACCOUNT = new XmppAccount(
            "main",
            "linli@example.org",
            "secret",
            "127.0.0.1",
            5222,
            XmppAccount.Security.PLAIN,
            null,
            "小邻",
            "lm",
            List.of("b3@rooms.example.org"),
            List.of("upload.example.org"));

    static final EntityBareJid ROOM = ACCOUNT.roomAddresses().getFirst();
    static final BareJid WANG = JidCreate.bareFromOrThrowUnchecked("wang@example.org");
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private Stanzas() {}

    /// A message as it stands on the wire.
    static Message of(String xml) {
        try {
            return PacketParserUtils.parseStanza(xml);
        } catch (Exception unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /// Said in the room by Wang; `inside` is what the message carries.
    static Message inRoom(String inside) {
        return of("""
                <message xmlns='jabber:client' type='groupchat' id='m1' from='b3@rooms.example.org/老王'
                    to='linli@example.org/linli'>%s<stanza-id xmlns='urn:xmpp:sid:0' id='a-1' by='b3@rooms.example.org'/>
                </message>""".formatted(inside));
    }

    /// Written by Wang to us.
    static Message inPrivate(String inside) {
        return of("""
                <message xmlns='jabber:client' type='chat' id='m2' from='wang@example.org/phone'
                    to='linli@example.org'>%s<stanza-id xmlns='urn:xmpp:sid:0' id='a-2' by='linli@example.org'/>
                </message>""".formatted(inside));
    }
}
