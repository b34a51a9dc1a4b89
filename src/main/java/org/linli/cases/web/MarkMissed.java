package org.linli.cases.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.linli.cases.CaseFile;
import org.linli.channels.Address;
import org.linli.community.StaffMember;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.extract.Exchanged;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.understanding.Explain;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Marks what a resident said as something that should have been understood, so that it can be taught.
@Component
@NamedInterface("missed")
public class MarkMissed {

    /// What a resident said.
    ///
    /// @param at in milliseconds; with the resident it names what was said
    record Said(CommunityId community, Address by, String words, boolean inGroup, long at) {

        @Override
        public String toString() {
            return "Said[" + at + "]";
        }
    }

    private final TalkAboutCase talk;
    private final Explain explain;
    private final Effects effects;
    private final Clock clock;

    MarkMissed(TalkAboutCase talk, Explain explain, Effects effects, Clock clock) {
        this.talk = talk;
        this.explain = explain;
        this.effects = effects;
        this.clock = clock;
    }

    /// What residents said about a case in words, not masked, the earliest first. Empty for those who have no part in
    /// talks.
    public Flux<Exchanged> said(CaseFile file, StaffMember by) {
        return talk.exchanged(file, by)
                .flatMapIterable(lines -> lines)
                .filter(line -> line.by() != null && !line.words().isEmpty());
    }

    /// Whether that was said about the case. Marked again, it is marked once. Never empty.
    ///
    /// @param at  when, in milliseconds
    /// @param nth of those that were said then, from 0
    public Mono<Boolean> mark(CaseFile file, StaffMember by, long at, int nth) {
        return said(file, by)
                .filter(line -> line.at().toEpochMilli() == at)
                .skip(nth)
                .next()
                .flatMap(line -> mark(said(file, line)).thenReturn(true))
                .defaultIfEmpty(false);
    }

    Mono<Void> mark(Said it) {
        var guess = explain.ranking(it.words(), it.inGroup()).getFirst();
        return effects.commit(List.of(new Teachable(
                it.community(),
                "missed-%s-%d".formatted(Integer.toHexString(it.by().text().hashCode()), it.at()),
                it.by(),
                it.words(),
                it.inGroup(),
                guess.intent().label(),
                guess.confidence(),
                null,
                Teachable.Cause.MISSED,
                clock.instant())));
    }

    private static Said said(CaseFile file, Exchanged line) {
        var by = Objects.requireNonNull(line.by());
        return new Said(
                file.it().community(),
                by,
                line.words(),
                file.saidInGroup(by),
                line.at().toEpochMilli());
    }
}
