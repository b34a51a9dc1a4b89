package org.linli.cases.chat;

import org.linli.cases.Act;
import org.linli.cases.CaseFile;
import org.linli.cases.NeighbourLeft;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets somebody go from a case that goes on for others.
@Component
class LeaveCase {

    private static final String LEFT = "case-left";

    private final ActByChat acts;

    LeaveCase(ActByChat acts) {
        this.acts = acts;
    }

    /// Never empty: where it is refused, the answer says how the case stands and changes nothing.
    Mono<Answer> leave(Request request, CaseFile file) {
        var who = Neighbours.here(request.speaker());
        return acts.act(request, file, new Act.Withdraw(request.text(), true), LEFT)
                .map(answer -> isDone(answer)
                        ? answer.with(new NeighbourLeft(
                                file.it().community(), file.it().number(), who))
                        : answer);
    }

    static boolean isDone(Answer answer) {
        return answer.template().equals(LEFT);
    }
}
