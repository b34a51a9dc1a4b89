package org.linli.polls.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.cases.SpokenTime;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.works.Appraisals;
import org.linli.polls.works.Appraisals.Score;
import org.linli.polls.works.Milestone;
import org.linli.polls.works.Milestones;
import org.linli.polls.works.Payments;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts on a page what carrying out a round's projects has come to.
@Component
class ShowWorks {

    private final FindProposals proposals;
    private final Payments payments;
    private final Milestones milestones;
    private final Appraisals appraisals;
    private final Clock clock;

    ShowWorks(FindProposals proposals, Payments payments, Milestones milestones, Appraisals appraisals, Clock clock) {
        this.proposals = proposals;
        this.payments = payments;
        this.milestones = milestones;
        this.appraisals = appraisals;
        this.clock = clock;
    }

    /// By number of the proposal: those that are handed over or done. Never empty; the map may be.
    Mono<Map<Integer, WorkView>> of(Round round) {
        return Mono.zip(
                        proposals.of(round.community(), round.id()).collectList(),
                        payments.of(round).collectList(),
                        milestones.of(round).collectList(),
                        appraisals.of(round).collectMap(Score::of))
                .map(it -> views(it.getT1(), it.getT2(), it.getT3(), it.getT4()));
    }

    private Map<Integer, WorkView> views(
            List<Proposal> all, List<Payments.Line> paid, List<Milestone> due, Map<String, Score> scores) {
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        Function<Integer, WorkView> view = number -> WorkView.of(
                paid.stream()
                        .filter(it -> it.proposal() == number)
                        .map(Payments.Line::it)
                        .toList(),
                due.stream().filter(it -> it.proposal() == number).toList(),
                scores.get(String.valueOf(number)),
                today);
        return all.stream()
                .filter(it -> it.state() == Proposal.State.HANDED_OVER || it.state() == Proposal.State.DONE)
                .map(Proposal::number)
                .collect(Collectors.toMap(it -> it, view));
    }
}
