package org.linli.cases.chat;

import java.time.Clock;
import java.util.Set;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "The lift is stuck again": opens a case, or joins the one that a neighbour opened.
@Component
class ReportProblem implements Skill {

    private static final String ABOUT_PEOPLE = "report.conduct";

    private final ReportCase reportCase;
    private final Neighbours neighbours;
    private final Clock clock;

    ReportProblem(ReportCase reportCase, Neighbours neighbours, Clock clock) {
        this.reportCase = reportCase;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "report-case";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.opensCase();
    }

    /// Who needs help is not asked for an address first, who complains of somebody's manners not for a house.
    @Override
    public Set<Need> needs(Intent intent) {
        return switch (intent.act()) {
            case "report" -> intent.label().equals(ABOUT_PEOPLE) ? Set.of(Need.WORDS) : Set.of(Need.PLACE, Need.WORDS);
            default -> Set.of();
        };
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return neighbours.reachable(request.speaker()).flatMap(who -> reported(request, report(request, who)));
    }

    private Mono<Answer> reported(Request request, Report report) {
        var about = request.about();
        return about == null ? reportCase.report(report) : reportCase.follow(report, about);
    }

    private Report report(Request request, Neighbour who) {
        return new Report(
                request.speaker().community(),
                request.key(),
                request.intent().label(),
                request.place(),
                request.detail(),
                request.text(),
                request.pictures(),
                who,
                clock.instant());
    }
}
