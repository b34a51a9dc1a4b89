package org.linli.teaching;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.StaffMember;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.understanding.Explain;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Puts a page of messages into the teaching room, so that those that say nearly the same are labelled with one click.
/// They are masked like all others, and nothing is learnt by it yet.
///
/// Safe to repeat: the same act puts each in once.
@Service
public class PasteLessons {

    private static final ChannelId DESK = new ChannelId("desk");

    private final WriteTeachables write;
    private final Explain explain;
    private final Clock clock;

    PasteLessons(WriteTeachables write, Explain explain, Clock clock) {
        this.write = write;
        this.explain = explain;
        this.clock = clock;
    }

    /// How many messages were found on the page; at most 200, each of two to 200 characters.
    ///
    /// @param inGroup whether they were said among neighbours rather than to the service
    /// @param act     names this act
    public Mono<Long> paste(StaffMember by, String page, boolean inGroup, String act) {
        var lines = PastedLines.of(page);
        var lessons = IntStream.range(0, lines.size())
                .mapToObj(i -> lesson(by, lines.get(i), inGroup, act + "-" + i))
                .toList();
        return write.write(lessons).thenReturn((long) lines.size());
    }

    /// The same for messages that are told apart already.
    public Mono<Long> paste(StaffMember by, List<String> lines, boolean inGroup, String act) {
        return paste(by, String.join("\n", lines), inGroup, act);
    }

    private Teachable lesson(StaffMember by, String words, boolean inGroup, String key) {
        var guess = explain.ranking(words, inGroup).getFirst();
        return new Teachable(
                by.community(),
                "pasted-" + key,
                Address.person(DESK, by.community().value(), by.id()),
                words,
                inGroup,
                guess.intent().label(),
                guess.confidence(),
                null,
                Cause.PASTED,
                clock.instant());
    }
}
