package org.linli.cases.chat;

import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "It works again, thank you": takes a case back. With neighbours waiting it goes on without its reporter.
@Component
class WithdrawCase implements Skill {

    private final WhichCase which;
    private final ActByChat acts;

    WithdrawCase(WhichCase which, ActByChat acts) {
        this.which = which;
        this.acts = acts;
    }

    @Override
    public String id() {
        return "case-withdraw";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.withdraw");
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(request, "withdraw", Case::isOpen, file -> withdraw(request, file));
    }

    private Mono<Answer> withdraw(Request request, CaseFile file) {
        boolean othersWait = !file.supporters().isEmpty();
        return acts.act(
                request,
                file,
                new Act.Withdraw(request.text(), othersWait),
                othersWait ? "case-left" : "case-withdrawn");
    }
}
