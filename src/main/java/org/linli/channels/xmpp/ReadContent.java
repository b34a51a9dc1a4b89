package org.linli.channels.xmpp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.linli.channels.Content;

/// What a message carries. Pure.
///
/// @param uploadHosts in lower case; what lies on any other host is a link, whatever its name ends with
record ReadContent(List<String> uploadHosts) {

    /// Beside words, and also alone: nobody waits for an answer to them.
    private static final Set<String> SILENT = Set.of(
            "http://jabber.org/protocol/chatstates",
            "http://jabber.org/protocol/muc",
            "http://jabber.org/protocol/muc#user",
            "http://jabber.org/protocol/nick",
            "http://jabber.org/protocol/pubsub#event",
            "jabber:x:conference",
            "jabber:x:delay",
            "jabber:x:event",
            "urn:xmpp:carbons:2",
            "urn:xmpp:chat-markers:0",
            "urn:xmpp:delay",
            "urn:xmpp:hints",
            "urn:xmpp:message-correct:0",
            "urn:xmpp:occupant-id:0",
            "urn:xmpp:receipts",
            "urn:xmpp:sid:0");

    /// Said about an earlier message; words beside it are for programs that do not know it.
    private static final Set<String> ABOUT_ANOTHER = Set.of("reactions", "retract", "apply-to", "moderated");

    private static final Set<String> ENCRYPTED = Set.of("encrypted", "encryption", "openpgp");
    private static final Pattern GEO =
            Pattern.compile("geo:(-?\\d{1,3}(?:\\.\\d+)?),(-?\\d{1,3}(?:\\.\\d+)?)(?:[,;].*)?");

    /// Empty where nothing was said to anybody, like "is typing".
    Optional<Content> of(Message message) {
        if (has(message, ABOUT_ANOTHER)) {
            return Optional.empty();
        }
        if (has(message, ENCRYPTED)) {
            return Optional.of(new Content.Unknown("encrypted"));
        }
        String body = ReadQuote.words(message);
        return body.isEmpty() ? withoutWords(message) : Optional.of(words(message, body));
    }

    private Content words(Message message, String body) {
        String line = body.strip();
        var position = GEO.matcher(line);
        if (position.matches()) {
            return position(Double.parseDouble(position.group(1)), Double.parseDouble(position.group(2)));
        }
        return attachments(message).contains(line) ? attachment(line) : new Content.Text(body);
    }

    private static Content position(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? new Content.Position(latitude, longitude, "")
                : new Content.Unknown("geo");
    }

    private Optional<Content> withoutWords(Message message) {
        var attachments = attachments(message);
        if (!attachments.isEmpty()) {
            return Optional.of(attachment(attachments.getFirst()));
        }
        return message.getExtensions().stream()
                .filter(it -> !SILENT.contains(it.getNamespace()))
                .map(ExtensionElement::getElementName)
                .filter(it -> !Set.of("subject", "thread", "body").contains(it))
                .findFirst()
                .map(Content.Unknown::new);
    }

    /// XEP-0066, as clients send what they have uploaded by XEP-0363.
    private static List<String> attachments(Message message) {
        return message.getExtensions("x", "jabber:x:oob").stream()
                .filter(StandardExtensionElement.class::isInstance)
                .map(it -> ((StandardExtensionElement) it).getFirstElement("url"))
                .filter(it -> it != null && it.getText() != null)
                .map(it -> it.getText().strip())
                .toList();
    }

    private Content attachment(String link) {
        return Upload.at(link, uploadHosts).map(Upload::content).orElseGet(() -> new Content.Link("", "", link));
    }

    private static boolean has(Message message, Set<String> elements) {
        return message.getExtensions().stream().anyMatch(it -> elements.contains(it.getElementName()));
    }
}
