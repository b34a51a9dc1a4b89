package org.linli.cases.chat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.linli.cases.Case;
import org.linli.cases.CaseNumber;
import org.linli.cases.DeskCases;
import org.linli.cases.State;
import org.linli.cases.Step;
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

    private static final Intent PROGRESS = new Intent("case.progress");

    private static final Set<Step.Kind> WRITTEN = EnumSet.of(Step.Kind.ANSWERED, Step.Kind.ASKED, Step.Kind.RESOLVED);

    private final WhichCase which;
    private final ActByChat acts;
    private final DeskCases histories;

    AskProgress(WhichCase which, ActByChat acts, DeskCases histories) {
        this.which = which;
        this.acts = acts;
        this.histories = histories;
    }

    @Override
    public String id() {
        return "case-progress";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.label().equals("case.progress");
    }

    /// A number and nothing else asks how far it is.
    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return CaseNumber.isOne(said) ? Optional.of(PROGRESS) : BUTTON.meant(said);
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return which.answer(request, "progress", Case::isOpen, file -> told(request, file.it()));
    }

    private Mono<Answer> told(Request request, Case it) {
        var answer = acts.tell(request, it, "case-progress");
        return request.speaker().group() != null
                ? answer
                : Mono.zip(answer, lastWords(it), (known, said) -> withWords(known, it, said));
    }

    /// What staff wrote last to whoever reported it: the group only heard that there is something. Never empty.
    private Mono<String> lastWords(Case it) {
        return histories
                .history(it.community(), it.number())
                .filter(step -> WRITTEN.contains(step.kind()))
                .map(Step::words)
                .last("");
    }

    private static Answer withWords(Answer answer, Case it, String said) {
        var facts = new HashMap<>(answer.facts());
        facts.put("said", said);
        facts.put("waits", it.state() == State.WAITING ? "yes" : "no");
        return new Answer(answer.template(), facts, answer.effects(), answer.about());
    }
}
