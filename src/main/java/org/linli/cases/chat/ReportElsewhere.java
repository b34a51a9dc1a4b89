package org.linli.cases.chat;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.cases.CaseFile;
import org.linli.cases.DeskCases;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.Step;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets somebody who joined a neighbour's case by mistake leave it and report the same where it really is.
@Component
class ReportElsewhere {

    private static final Set<Step.Kind> OWN = EnumSet.of(Step.Kind.JOINED, Step.Kind.ADDED);

    private static final Map<String, String> ELSEWHERE = Map.of(
            "case-opened", "case-elsewhere",
            "case-opened-in-group", "case-elsewhere-in-group",
            "case-joined", "case-joined-elsewhere",
            "case-joined-in-group", "case-joined-elsewhere");

    private final LeaveCase leaving;
    private final ReportCase reportCase;
    private final DeskCases histories;
    private final Neighbours neighbours;
    private final Clock clock;

    ReportElsewhere(LeaveCase leaving, ReportCase reportCase, DeskCases histories, Neighbours neighbours, Clock clock) {
        this.leaving = leaving;
        this.reportCase = reportCase;
        this.histories = histories;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /// In their own words of then and now. Never empty: where the case cannot be left now, nothing changes.
    Mono<Answer> report(Request request, CaseFile joined) {
        return leaving.leave(request, joined)
                .flatMap(left -> LeaveCase.isDone(left) ? reported(request, joined, left) : Mono.just(left));
    }

    private Mono<Answer> reported(Request request, CaseFile joined, Answer left) {
        return Mono.zip(neighbours.reachable(request.speaker()), wordsOf(request, joined))
                .flatMap(it -> reportCase.report(report(request, joined, it.getT1(), it.getT2())))
                .map(there -> both(left, there, joined.it().number()));
    }

    private Report report(Request request, CaseFile joined, Neighbour who, String said) {
        return new Report(
                request.speaker().community(),
                request.key(),
                joined.it().problem().label(),
                request.place(),
                request.detail(),
                (said + "\n" + request.text()).strip(),
                request.pictures(),
                who,
                clock.instant());
    }

    /// What they said when they joined; empty where that is not known any more. Never an empty `Mono`.
    private Mono<String> wordsOf(Request request, CaseFile joined) {
        String address = request.speaker().address().text();
        return histories
                .history(joined.it().community(), joined.it().number())
                .filter(step ->
                        OWN.contains(step.kind()) && address.equals(step.by().id()))
                .map(Step::words)
                .take(1)
                .last("");
    }

    private static Answer both(Answer left, Answer there, String number) {
        var facts = new HashMap<>(there.facts());
        facts.put("left", number);
        var effects =
                Stream.concat(left.effects().stream(), there.effects().stream()).toList();
        return new Answer(ELSEWHERE.getOrDefault(there.template(), there.template()), facts, effects, there.about());
    }
}
