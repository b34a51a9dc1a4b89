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

/// "It works again, thank you": takes a case back. With others waiting it goes on without whoever says so.
@Component
class WithdrawCase implements Skill {

    private static final SetPhrase BUTTON = SetPhrase.of("撤回", "case.withdraw");

    private final WhichCase which;
    private final ActByChat acts;
    private final LeaveCase leaving;

    WithdrawCase(WhichCase which, ActByChat acts, LeaveCase leaving) {
        this.which = which;
        this.acts = acts;
        this.leaving = leaving;
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
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(request, "withdraw", Case::isOpen, file -> withdraw(request, file));
    }

    private Mono<Answer> withdraw(Request request, CaseFile file) {
        return file.othersWaitBeside(Neighbours.here(request.speaker()))
                ? leaving.leave(request, file)
                : acts.act(request, file, new Act.Withdraw(request.text(), false), "case-withdrawn");
    }
}
