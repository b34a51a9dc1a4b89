package org.linli.cases.chat;

import java.util.Optional;
import org.linli.cases.Act;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.Neighbour;
import org.linli.cases.NeighbourLeft;
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

    private static final String LEFT = "case-left";

    private static final SetPhrase BUTTON = SetPhrase.of("撤回", "case.withdraw");

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
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(request, "withdraw", Case::isOpen, file -> withdraw(request, file));
    }

    private Mono<Answer> withdraw(Request request, CaseFile file) {
        var who = Neighbours.here(request.speaker());
        return file.othersWaitBeside(who)
                ? acts.act(request, file, new Act.Withdraw(request.text(), true), LEFT)
                        .map(answer -> letGo(answer, file.it(), who))
                : acts.act(request, file, new Act.Withdraw(request.text(), false), "case-withdrawn");
    }

    /// What was refused changes nothing.
    private static Answer letGo(Answer answer, Case it, Neighbour who) {
        return answer.template().equals(LEFT)
                ? answer.with(new NeighbourLeft(it.community(), it.number(), who))
                : answer;
    }
}
