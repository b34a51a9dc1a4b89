package org.linli.dialogue.extract;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.inbox.KeptMessages.KeptMessage;
import org.linli.outbox.WrittenLetters.WrittenLetter;
import org.linli.platform.traces.MessageKey;

/// What led to a matter or is about it, out of all that was said and written: pure.
///
/// A letter that names the number is about it. What was said from the message that began it until that letter, in the
/// same talk, led to it, and so did what we asked in between.
final class Extract {

    /// From one message of a talk until the letter that it led to.
    private record Span(KeptMessage first, Instant until) {

        boolean covers(KeptMessage other) {
            return other.id() >= first.id()
                    && !other.receivedAt().isAfter(until)
                    && other.message().conversation().equals(first.message().conversation());
        }
    }

    private final String number;
    private final Map<Long, KeptMessage> messages;
    private final Map<Long, KeptMessage> said;
    private final List<WrittenLetter> letters;

    /// @param number of the matter, as letters carry it in their fact `number`
    Extract(String number, List<KeptMessage> messages, List<WrittenLetter> letters) {
        this.number = number;
        this.messages = byId(messages);
        var spans = letters.stream()
                .filter(this::names)
                .flatMap(letter -> beginning(letter, this.messages).map(first -> new Span(first, letter.at())).stream())
                .toList();
        this.said = byId(messages.stream()
                .filter(message -> spans.stream().anyMatch(span -> span.covers(message)))
                .toList());
        this.letters = letters.stream().filter(this::belongs).toList();
    }

    List<KeptMessage> said() {
        return List.copyOf(said.values());
    }

    List<WrittenLetter> written() {
        return letters;
    }

    /// A group hears answers to others as well.
    private boolean belongs(WrittenLetter letter) {
        boolean answersOthers = letter.letter().to().isGroup()
                && MessageKey.arrivalIn(letter.letter().key()).isPresent()
                && beginning(letter, messages).isEmpty();
        return beginning(letter, said).isPresent() || names(letter) && !answersOthers;
    }

    private boolean names(WrittenLetter letter) {
        return number.equals(letter.letter().facts().get("number"));
    }

    private static Optional<KeptMessage> beginning(WrittenLetter letter, Map<Long, KeptMessage> messages) {
        var id = MessageKey.arrivalIn(letter.letter().key());
        return id.isPresent() ? Optional.ofNullable(messages.get(id.getAsLong())) : Optional.empty();
    }

    private static Map<Long, KeptMessage> byId(List<KeptMessage> messages) {
        return messages.stream()
                .collect(Collectors.toMap(KeptMessage::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }
}
