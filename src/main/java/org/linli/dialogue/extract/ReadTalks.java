package org.linli.dialogue.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.dialogue.talk.Heard;
import org.linli.inbox.KeptMessages;
import org.linli.inbox.KeptMessages.KeptMessage;
import org.linli.outbox.LetterNotRendered;
import org.linli.outbox.RenderLetters;
import org.linli.outbox.WrittenLetters;
import org.linli.outbox.WrittenLetters.WrittenLetter;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Finds what residents and the service said about one matter. Nothing is kept for it: what the inbox and the outbox
/// have forgotten is not found any more.
@Service
public class ReadTalks {

    /// Somebody who talks about it.
    ///
    /// @param group `null` in a private talk
    public record Teller(Address address, @Nullable Address group) {

        private Address toldAt() {
            return group == null ? address : group;
        }

        @Override
        public String toString() {
            return "Teller[]";
        }
    }

    /// A form may be filled in for so long before it becomes a matter.
    private static final Duration BEFORE = Duration.ofHours(1);

    private final KeptMessages messages;
    private final WrittenLetters letters;
    private final RenderLetters render;

    ReadTalks(KeptMessages messages, WrittenLetters letters, RenderLetters render) {
        this.messages = messages;
        this.letters = letters;
        this.render = render;
    }

    /// The earliest first. Never empty; the list may be.
    ///
    /// @param number as letters tell it in their fact `number`
    /// @param since  when the matter began
    public Mono<List<Exchanged>> about(CommunityId community, String number, Collection<Teller> who, Instant since) {
        var begin = since.minus(BEFORE);
        var talks = who.stream()
                .map(it -> Inbound.conversation(it.address(), it.group()))
                .collect(Collectors.toSet());
        var queues = who.stream()
                .map(it -> Inbound.queue(it.address(), it.group()))
                .distinct()
                .toList();
        var people = who.stream().map(Teller::address).distinct().toList();
        var addresses = who.stream().map(Teller::toldAt).distinct().toList();
        return Mono.zip(
                messages.said(community, queues, people, begin)
                        .filter(it -> talks.contains(it.message().conversation()))
                        .collectList(),
                letters.to(community, addresses, begin).collectList(),
                (said, written) -> lines(new Extract(number, said, written)));
    }

    private List<Exchanged> lines(Extract extract) {
        var said = extract.said().stream().flatMap(it -> said(it).stream());
        var written = extract.written().stream().flatMap(it -> written(it).stream());
        return Stream.concat(said, written)
                .sorted(Comparator.comparing(Exchanged::at))
                .toList();
    }

    private static Optional<Exchanged> said(KeptMessage kept) {
        var by = kept.message().from();
        return switch (Heard.from(kept.id(), kept.message().content())) {
            case Heard.Said(String words) -> Optional.of(new Exchanged(kept.receivedAt(), by, words, List.of()));
            case Heard.Pointed spot -> Optional.of(new Exchanged(kept.receivedAt(), by, spot.where(), List.of()));
            case Heard.Shown shown -> Optional.of(new Exchanged(kept.receivedAt(), by, "", List.of(shown.media())));
            case Heard.Joined _, Heard.CameBack _, Heard.Went _, Heard.Unreadable _, Heard.Nothing _ ->
                Optional.empty();
        };
    }

    /// Words that are broken today are missing; the outbox says so in its log.
    private Optional<Exchanged> written(WrittenLetter written) {
        try {
            var text = render.render(written.letter()).text();
            return Optional.of(new Exchanged(written.at(), null, text, List.of()));
        } catch (LetterNotRendered broken) {
            return Optional.empty();
        }
    }
}
