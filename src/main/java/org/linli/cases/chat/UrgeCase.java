package org.linli.cases.chat;

import java.util.Optional;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "Still nobody here": the unit is told, and the history says how often.
@Component
class UrgeCase implements Skill {

    private static final SetPhrase BUTTON = SetPhrase.of("催一催", "case.urge");

    private final WhichCase which;
    private final ActByChat acts;

    UrgeCase(WhichCase which, ActByChat acts) {
        this.which = which;
        this.acts = acts;
    }

    @Override
    public String id() {
        return "case-urge";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.urge");
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(
                request,
                "urge",
                Case::isOpen,
                file -> acts.act(request, file, new Act.Urge(request.text()), "case-urged"));
    }
}
