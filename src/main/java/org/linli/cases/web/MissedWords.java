package org.linli.cases.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.FindCases;
import org.linli.cases.web.MarkMissed.Said;
import org.linli.dialogue.Line;
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
    record Marked(@Nullable String talk, @Nullable Long line) {

        long at() {
            return line == null ? -1 : line;
        }
    }

    private final AtTheDesk desk;
    private final TalksInSight inSight;
    private final FindCases cases;
    private final MarkMissed missed;

    MissedWords(AtTheDesk desk, TalksInSight inSight, FindCases cases, MarkMissed missed) {
        this.desk = desk;
        this.inSight = inSight;
        this.cases = cases;
        this.missed = missed;
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
                .flatMap(said -> missed.mark(said).thenReturn("redirect:/desk/talks?said=missed"))
                .defaultIfEmpty("redirect:/desk/talks?said=gone");
    }

    /// Signals 404 for a case that this person does not see.
    @PostMapping("/desk/cases/{number}/missed")
    Mono<String> aboutCase(@PathVariable String number, Marked form) {
        return desk.look()
                .flatMap(look -> cases.file(look.map().id(), number)
                        .filter(file -> look.sight().sees(file))
                        .switchIfEmpty(Mono.error(AtTheDesk::notFound))
                        .flatMap(file -> missed.mark(file, look.member(), form.at(), 0)))
                .thenReturn("redirect:/desk/cases/" + number + "?said=missed");
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
        return line.by().isEmpty() && !line.words().isEmpty() && line.at().toEpochMilli() == form.at();
    }
}
