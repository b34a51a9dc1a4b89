package org.linli.channels.xmpp;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.sid.element.OriginIdElement;
import org.jivesoftware.smackx.sid.element.StanzaIdElement;
import org.jxmpp.jid.EntityBareJid;

/// By what a message is recognised when it comes again, live or from the archive (XEP-0359). Pure.
final class StableId {

    private StableId() {}

    /// The archive's id; where there is no archive, the sender's, and at last what was said when.
    static String of(Message message, EntityBareJid archive, Instant sentAt) {
        return inArchive(message, archive)
                .map(id -> LetterId.inArchive(archive, id))
                .orElseGet(() -> LetterId.inArchive(message.getFrom(), bySender(message, sentAt)));
    }

    /// Only what the archive's owner has written counts: anybody can write an id in another's name.
    static Optional<String> inArchive(Message message, EntityBareJid archive) {
        return message.getExtensions(StanzaIdElement.class).stream()
                .filter(it -> archive.toString().equals(it.getBy()))
                .map(StanzaIdElement::getId)
                .filter(it -> it != null && !it.isEmpty())
                .findFirst();
    }

    private static String bySender(Message message, Instant sentAt) {
        var origin = message.getExtension(OriginIdElement.class);
        return Optional.ofNullable(origin)
                .map(OriginIdElement::getId)
                .or(() -> Optional.ofNullable(message.getStanzaId()))
                .filter(it -> !it.isEmpty())
                .orElseGet(() -> "%d-%d".formatted(sentAt.toEpochMilli(), Objects.hashCode(message.getBody())));
    }
}
