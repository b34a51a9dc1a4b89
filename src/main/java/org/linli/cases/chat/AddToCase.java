package org.linli.cases.chat;

import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "I forgot to say…": facts, a place, a picture or a correction to an own case.
@Component
class AddToCase implements Skill {

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
    public Mono<Answer> perform(Request request) {
        return which.answer(
                request,
                "add",
                Case::isOpen,
                file -> acts.act(request, file, new Act.Add(request.text(), request.pictures()), "case-added"));
    }
}
