package org.linli.cases.chat;

import java.util.Comparator;
import java.util.Optional;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.State;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "I forgot to say…": facts, a place, a picture or a correction to an own case.
@Component
class AddToCase implements Skill {

    private static final SetPhrase BUTTON = SetPhrase.of("补充", "case.add");

    private final WhichCase which;
    private final ActByChat acts;
    private final FindCases cases;

    AddToCase(WhichCase which, ActByChat acts, FindCases cases) {
        this.which = which;
        this.acts = acts;
        this.cases = cases;
    }

    @Override
    public String id() {
        return "case-add";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.add");
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(
                request, "add", Case::isOpen, file -> add(request, file), file -> neighbours(request, file));
    }

    /// What neighbours tell of danger belongs to its case: "119来了".
    private Mono<Answer> neighbours(Request request, CaseFile file) {
        boolean isOfDanger = Intent.EMERGENCY.equals(request.kind())
                && file.it().problem().label().equals(Intent.EMERGENCY.label());
        return isOfDanger ? add(request, file) : Mono.just(WhichCase.notTheirs(request));
    }

    /// What staff asked and nobody answered yet; alone, as neighbours know nothing of it.
    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return speaker.group() != null
                ? Mono.empty()
                : cases.own(speaker.community(), Neighbours.here(speaker))
                        .flatMapIterable(own -> own)
                        .flatMap(it -> Mono.justOrEmpty(it.care().waitingSince())
                                .map(since -> new OpenQuestion(id(), it.number(), since, speaker.replyTo(), true)))
                        .sort(Comparator.comparing(OpenQuestion::askedAt).reversed())
                        .next();
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return cases.file(request.speaker().community(), question.about())
                .filter(file -> isAsked(file.it()))
                .flatMap(file -> add(request, file));
    }

    private static boolean isAsked(Case it) {
        return it.state() == State.WAITING;
    }

    private Mono<Answer> add(Request request, CaseFile file) {
        String said = BUTTON.rest(request.text());
        return said.isEmpty() && request.pictures().isEmpty()
                ? acts.tell(request, file.it(), "case-add-what")
                : acts.act(request, file, new Act.Add(said, request.pictures()), "case-added");
    }
}
