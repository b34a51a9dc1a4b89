package org.linli.polls.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.cases.SpokenTime;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.works.Appraisals;
import org.linli.polls.works.Appraisals.Score;
import org.linli.polls.works.Milestone;
import org.linli.polls.works.MilestonePictures;
import org.linli.polls.works.Milestones;
import org.linli.polls.works.Payments;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts on a page what carrying out a round's projects has come to.
@Component
class ShowWorks {

    /// All that is known of a round's projects.
    private record Found(
            List<Proposal> proposals,
            List<Payments.Line> paid,
            List<Milestone> due,
            List<MilestonePictures.Named> pictures,
            Map<String, Score> scores,
            Map<String, Score> units) {}

    private final FindProposals proposals;
    private final Payments payments;
    private final Milestones milestones;
    private final MilestonePictures pictures;
    private final Appraisals appraisals;
    private final Clock clock;

    ShowWorks(
            FindProposals proposals,
            Payments payments,
            Milestones milestones,
            MilestonePictures pictures,
            Appraisals appraisals,
            Clock clock) {
        this.proposals = proposals;
        this.payments = payments;
        this.milestones = milestones;
        this.pictures = pictures;
        this.appraisals = appraisals;
        this.clock = clock;
    }

    /// By number of the proposal: those that are handed over or done. Never empty; the map may be.
    Mono<Map<Integer, WorkView>> of(Round round) {
        return Mono.zip(
                        proposals.of(round.community(), round.id()).collectList(),
                        payments.of(round).collectList(),
                        milestones.of(round).collectList(),
                        pictures.of(round).collectList(),
                        appraisals.of(round).collectMap(Score::of),
                        appraisals.ofUnits(round.community()).collectMap(Score::of))
                .map(it -> views(new Found(it.getT1(), it.getT2(), it.getT3(), it.getT4(), it.getT5(), it.getT6())));
    }

    private Map<Integer, WorkView> views(Found found) {
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        return found.proposals().stream()
                .filter(Proposal::isUnderWay)
                .collect(Collectors.toMap(Proposal::number, it -> view(it, found, today)));
    }

    private static WorkView view(Proposal proposal, Found found, LocalDate today) {
        int number = proposal.number();
        return WorkView.of(
                found.paid().stream()
                        .filter(it -> it.proposal() == number)
                        .map(Payments.Line::it)
                        .toList(),
                found.due().stream().filter(it -> it.proposal() == number).toList(),
                found.pictures().stream().filter(it -> it.proposal() == number).toList(),
                found.scores().get(String.valueOf(number)),
                found.units().get(proposal.unit()),
                today);
    }
}
