package org.linli.cases.web;

import java.util.function.Function;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What residents sent, for those who see the case or the talk that it belongs to. For everybody else it is not there.
@RestController
class ShowSent {

    private final AtTheDesk desk;
    private final FindCases find;
    private final DeskCases cases;
    private final TalkAboutCase talk;
    private final TalksInSight inSight;
    private final GiveOut giveOut;

    ShowSent(
            AtTheDesk desk,
            FindCases find,
            DeskCases cases,
            TalkAboutCase talk,
            TalksInSight inSight,
            GiveOut giveOut) {
        this.desk = desk;
        this.find = find;
        this.cases = cases;
        this.talk = talk;
        this.inSight = inSight;
        this.giveOut = giveOut;
    }

    @GetMapping("/desk/cases/{number}/media/{id}")
    Mono<ResponseEntity<Resource>> ofCase(@PathVariable String number, @PathVariable String id) {
        return given(
                look -> isOfCase(look, number, id),
                look -> giveOut.whole(look.map().id(), id));
    }

    @GetMapping("/desk/cases/{number}/media/{id}/small")
    Mono<ResponseEntity<Resource>> ofCaseSmall(@PathVariable String number, @PathVariable String id) {
        return given(
                look -> isOfCase(look, number, id),
                look -> giveOut.small(look.map().id(), id));
    }

    /// @param handle of the talk
    @GetMapping("/desk/talks/{handle}/media/{id}")
    Mono<ResponseEntity<Resource>> ofTalk(@PathVariable String handle, @PathVariable String id) {
        return given(
                look -> isOfTalk(look, handle, id),
                look -> giveOut.whole(look.map().id(), id));
    }

    @GetMapping("/desk/talks/{handle}/media/{id}/small")
    Mono<ResponseEntity<Resource>> ofTalkSmall(@PathVariable String handle, @PathVariable String id) {
        return given(
                look -> isOfTalk(look, handle, id),
                look -> giveOut.small(look.map().id(), id));
    }

    private Mono<ResponseEntity<Resource>> given(
            Function<AtTheDesk.Look, Mono<Boolean>> mayBeSeen,
            Function<AtTheDesk.Look, Mono<ResponseEntity<Resource>>> give) {
        return desk.look().filterWhen(mayBeSeen).flatMap(give).switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }

    private Mono<Boolean> isOfCase(AtTheDesk.Look look, String number, String id) {
        return find.file(look.map().id(), number)
                .filter(file -> look.sight().sees(file))
                .flatMap(file -> cases.history(look.map().id(), file.it().number())
                        .any(step -> step.pictures().contains(id))
                        .filter(found -> found)
                        .switchIfEmpty(talk.lines(file, look, false)
                                .map(lines -> lines.stream()
                                        .anyMatch(line -> line.media().contains(id)))))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isOfTalk(AtTheDesk.Look look, String handle, String id) {
        return inSight.of(look.member(), look.map())
                .filter(seen -> seen.handle().equals(handle))
                .flatMapIterable(seen -> seen.talk().lines())
                .any(line -> id.equals(line.media()));
    }
}
