package org.linli.channels.xmpp;

import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.BareJid;

/// Who is behind a nickname, as far as the room tells.
///
/// @param real their address; `null` where the room hides it
/// @param id   the room's own id of them, which no nickname changes (XEP-0421); empty where it gives none
record Occupant(@Nullable BareJid real, String id) {

    private static final String NAMESPACE = "urn:xmpp:occupant-id:0";

    /// The room's id of whoever a stanza is from; empty where it gives none. Rooms that know of such ids let nobody
    /// else write one.
    static String idIn(Stanza stanza) {
        return stanza.getExtensions("occupant-id", NAMESPACE).stream()
                .filter(StandardExtensionElement.class::isInstance)
                .map(it -> ((StandardExtensionElement) it).getAttributeValue("id"))
                .filter(it -> it != null && !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "Occupant[]";
    }
}
