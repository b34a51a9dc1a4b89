package org.linli.cases.chat;

import java.util.Optional;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.dialogue.Answer;
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

    AddToCase(WhichCase which, ActByChat acts) {
        this.which = which;
        this.acts = acts;
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
        return which.answer(request, "add", Case::isOpen, file -> add(request, file));
    }

    private Mono<Answer> add(Request request, CaseFile file) {
        String said = BUTTON.rest(request.text());
        return said.isEmpty() && request.pictures().isEmpty()
                ? acts.tell(request, file.it(), "case-add-what")
                : acts.act(request, file, new Act.Add(said, request.pictures()), "case-added");
    }
}
