package org.linli.cases.chat;

import java.time.Clock;
import org.linli.cases.Case;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.community.Communities;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets somebody join a neighbour's case, in the words of now.
@Component
class FollowCase {

    private final ReportCase reportCase;
    private final Neighbours neighbours;
    private final Communities communities;
    private final Clock clock;

    FollowCase(ReportCase reportCase, Neighbours neighbours, Communities communities, Clock clock) {
        this.reportCase = reportCase;
        this.neighbours = neighbours;
        this.communities = communities;
        this.clock = clock;
    }

    /// Never empty.
    Mono<Answer> joining(Request request, Case it) {
        var problem = it.problem();
        String place = problem.place();
        return Mono.zip(neighbours.reachable(request.speaker()), communities.map(it.community()))
                .map(found -> new Report(
                        it.community(),
                        request.key(),
                        problem.label(),
                        place == null ? null : found.getT2().place(place).orElse(null),
                        problem.detail(),
                        request.text(),
                        request.pictures(),
                        found.getT1(),
                        clock.instant()))
                .flatMap(report -> reportCase.follow(report, it.number()));
    }
}
