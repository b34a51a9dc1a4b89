package org.linli.cases.chat;

import java.util.Optional;
import org.linli.cases.Case;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "How far is it?"
@Component
class AskProgress implements Skill {

    private static final SetPhrase BUTTON = SetPhrase.of("查进度|我的进度|我的事办到哪了", "case.progress");

    private final WhichCase which;
    private final ActByChat acts;

    AskProgress(WhichCase which, ActByChat acts) {
        this.which = which;
        this.acts = acts;
    }

    @Override
    public String id() {
        return "case-progress";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.progress");
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(request, "progress", Case::isOpen, file -> acts.tell(request, file.it(), "case-progress"));
    }
}
