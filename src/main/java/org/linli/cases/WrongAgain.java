package org.linli.cases;

import java.time.Instant;
import java.util.Optional;
import org.linli.dialogue.Answer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What was called done and is wrong again: the case that is opened for it tells of the earlier one.
@Component
class WrongAgain {

    private final FindCases cases;

    WrongAgain(FindCases cases) {
        this.cases = cases;
    }

    /// What the same person waited for at the same place and was called done not long ago. Never empty.
    Mono<Optional<Case>> earlier(Report report, Problem problem) {
        return cases.own(report.community(), report.reporter())
                .flatMapIterable(own -> own)
                .filter(it -> Similar.isAgain(problem, it, report.at()))
                .next()
                .singleOptional();
    }

    /// Only what is opened by it comes after anything.
    static Answer linked(Answer answer, Optional<Case> earlier, Instant at) {
        return earlier.flatMap(before -> opened(answer)
                        .map(it -> answer.with(new CaseLinked(
                                it.community(), it.number(), before.number(), CaseLinked.Kind.AGAIN, at))))
                .orElse(answer);
    }

    private static Optional<Case> opened(Answer answer) {
        return answer.effects().stream()
                .filter(CaseOpened.class::isInstance)
                .map(it -> ((CaseOpened) it).opened())
                .findFirst();
    }
}
