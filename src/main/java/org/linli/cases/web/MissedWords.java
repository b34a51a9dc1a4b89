package org.linli.cases.web;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.channels.Address;
import org.linli.dialogue.Exchanged;
import org.linli.dialogue.Line;
import org.linli.dialogue.Teachable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.understanding.Explain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// "This one should have been understood": staff marks what a resident said, so that it can be taught.
@Controller
class MissedWords {

    /// What a form hands in.
    ///
    /// @param talk the handle of the talk; empty on a case's page
    /// @param line when it was said, in milliseconds
    record Marked(@Nullable String talk, @Nullable Long line) {}

    /// What a resident said.
    private record Said(CommunityId community, Address by, String words, boolean inGroup, long at) {

        @Override
        public String toString() {
            return "Said[" + at + "]";
        }
    }

    private final AtTheDesk desk;
    private final TalksInSight inSight;
    private final FindCases cases;
    private final TalkAboutCase talk;
    private final Explain explain;
    private final Effects effects;
    private final Clock clock;

    MissedWords(
            AtTheDesk desk,
            TalksInSight inSight,
            FindCases cases,
            TalkAboutCase talk,
            Explain explain,
            Effects effects,
            Clock clock) {
        this.desk = desk;
        this.inSight = inSight;
        this.cases = cases;
        this.talk = talk;
        this.explain = explain;
        this.effects = effects;
        this.clock = clock;
    }

    /// Signals 404 for staff who have no part in talks.
    @PostMapping("/desk/talks/missed")
    Mono<String> inTalk(Marked form) {
        return desk.look()
                .filter(look -> TalksInSight.mayLook(look.member()))
                .switchIfEmpty(Mono.error(AtTheDesk::notFound))
                .flatMap(look -> inSight.of(look.member(), look.map())
                        .filter(seen -> seen.handle().equals(form.talk()))
                        .next())
                .flatMap(seen -> Mono.justOrEmpty(said(seen, form)))
                .flatMap(said -> mark(said).thenReturn("redirect:/desk/talks?said=missed"))
                .defaultIfEmpty("redirect:/desk/talks?said=gone");
    }

    /// Signals 404 for a case that this person does not see.
    @PostMapping("/desk/cases/{number}/missed")
    Mono<String> aboutCase(@PathVariable String number, Marked form) {
        return desk.look()
                .flatMap(look -> cases.file(look.map().id(), number)
                        .filter(file -> look.sight().sees(file))
                        .switchIfEmpty(Mono.error(AtTheDesk::notFound))
                        .flatMap(file -> talk.exchanged(file, look)
                                .flatMapIterable(lines -> lines)
                                .filter(line -> isMeant(line, form))
                                .next()
                                .map(line -> said(file, line))))
                .flatMap(this::mark)
                .thenReturn("redirect:/desk/cases/" + number + "?said=missed");
    }

    private Mono<Void> mark(Said it) {
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

    private static Optional<Said> said(TalksInSight.Seen seen, Marked form) {
        var talk = seen.talk();
        return talk.lines().stream()
                .filter(line -> isMeant(line, form))
                .findFirst()
                .map(line -> new Said(
                        talk.community(),
                        talk.speaker(),
                        line.words(),
                        talk.inGroup(),
                        line.at().toEpochMilli()));
    }

    private static boolean isMeant(Line line, Marked form) {
        return line.by().isEmpty() && !line.words().isEmpty() && isAt(line.at().toEpochMilli(), form);
    }

    private static boolean isMeant(Exchanged line, Marked form) {
        return line.by() != null && !line.words().isEmpty() && isAt(line.at().toEpochMilli(), form);
    }

    private static boolean isAt(long millis, Marked form) {
        return form.line() != null && form.line() == millis;
    }

    private static Said said(CaseFile file, Exchanged line) {
        var by = Objects.requireNonNull(line.by());
        boolean inGroup = file.saidInGroup(by);
        return new Said(
                file.it().community(), by, line.words(), inGroup, line.at().toEpochMilli());
    }
}
