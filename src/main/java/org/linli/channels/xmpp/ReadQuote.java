package org.linli.channels.xmpp;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.linli.channels.Quote;

/// What a message answers (XEP-0461). Pure.
///
/// For programs that do not know of answers its words begin with lines of what was said before, each after a `>`.
final class ReadQuote {

    private static final String REPLY = "urn:xmpp:reply:0";
    private static final Pattern BEFORE = Pattern.compile("^(?:>[^\\n]*(?:\\n|$))+");
    private static final Pattern MARK = Pattern.compile("^> ?");
    private static final Pattern WHO = Pattern.compile("[^\\n]{1,80}(?:wrote|写道|说)?\\s*[:：]");

    private ReadQuote() {}

    /// Empty where it answers none.
    ///
    /// @param archive where the earlier message lies: a room's, or our own
    static Optional<Quote> of(Message message, CharSequence archive) {
        return idOfEarlier(message).map(id -> new Quote(LetterId.inArchive(archive, id), earlierWords(message)));
    }

    /// Its own words, without those that it quotes. Empty where it has none.
    static String words(Message message) {
        String body = message.getBody() == null ? "" : message.getBody();
        return idOfEarlier(message).isPresent() ? BEFORE.matcher(body).replaceFirst("") : body;
    }

    private static Optional<String> idOfEarlier(Message message) {
        return message.getExtensions("reply", REPLY).stream()
                .filter(StandardExtensionElement.class::isInstance)
                .map(it -> ((StandardExtensionElement) it).getAttributeValue("id"))
                .filter(it -> it != null && !it.isBlank())
                .findFirst();
    }

    /// Without the line that says who said it.
    private static String earlierWords(Message message) {
        var quoted = BEFORE.matcher(message.getBody() == null ? "" : message.getBody());
        return quoted.find()
                ? quoted.group()
                        .lines()
                        .map(it -> MARK.matcher(it).replaceFirst("").strip())
                        .filter(it -> !WHO.matcher(it).matches())
                        .collect(Collectors.joining("\n"))
                : "";
    }
}
