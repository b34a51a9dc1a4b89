package org.linli.cases.chat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.cases.Case;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What was called done long ago and is wrong again becomes a case of its own, linked to the old one.
@Component
class SameAgain {

    private final ReportCase reportCase;
    private final Neighbours neighbours;
    private final Communities communities;
    private final Clock clock;

    SameAgain(ReportCase reportCase, Neighbours neighbours, Communities communities, Clock clock) {
        this.reportCase = reportCase;
        this.neighbours = neighbours;
        this.communities = communities;
        this.clock = clock;
    }

    /// Never empty.
    ///
    /// @param said may be empty
    Mono<Answer> report(Request request, Case earlier, String said) {
        return Mono.zip(neighbours.reachable(request.speaker()), communities.map(earlier.community()))
                .map(it -> {
                    var problem = earlier.problem();
                    String place = problem.place();
                    return new Report(
                            earlier.community(),
                            request.key(),
                            problem.label(),
                            place == null ? null : it.getT2().place(place).orElse(null),
                            problem.detail(),
                            said,
                            request.pictures(),
                            it.getT1(),
                            clock.instant());
                })
                .flatMap(report -> reportCase.again(report, earlier))
                .map(answer -> answer.template().equals("case-opened") ? told(answer, earlier) : answer);
    }

    private static Answer told(Answer answer, Case earlier) {
        Map<String, String> facts = new HashMap<>(answer.facts());
        facts.put("earlier", earlier.number());
        return new Answer("case-again", facts, List.copyOf(answer.effects()), answer.about());
    }
}
