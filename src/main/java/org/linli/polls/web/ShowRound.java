package org.linli.polls.web;

import java.util.List;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.polls.rounds.FindObjections;
import org.linli.polls.rounds.FindObjections.Recount;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindProposals.Line;
import org.linli.polls.rounds.Objection;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.web.RoundView.ObjectionView;
import org.linli.polls.web.RoundView.ProposalView;
import org.linli.polls.web.RoundView.RecountView;
import org.linli.polls.web.ShowResult.Shown;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts a round with everything that belongs to it on a page.
@Component
class ShowRound {

    private record Disputed(List<Objection> all, List<Recount> recounts) {

        boolean freezes(int proposal) {
            return all.stream().anyMatch(it -> it.freezes(proposal));
        }
    }

    private final FindObjections objections;
    private final FindProposals proposals;
    private final ShowResult results;
    private final Communities communities;
    private final RoundDates dates;

    ShowRound(
            FindObjections objections,
            FindProposals proposals,
            ShowResult results,
            Communities communities,
            RoundDates dates) {
        this.objections = objections;
        this.proposals = proposals;
        this.results = results;
        this.communities = communities;
        this.dates = dates;
    }

    Mono<RoundView> view(Round round) {
        return Mono.zip(
                        communities.map(round.community()),
                        proposals.of(round.community(), round.id()).collectList())
                .flatMap(it -> view(round, it.getT1(), it.getT2()));
    }

    private Mono<RoundView> view(Round round, CommunityMap map, List<Proposal> all) {
        return Mono.zip(
                        proposals.progress(round.community(), round.id()).collectList(),
                        disputed(round),
                        results.of(round, all, map))
                .map(it -> view(round, map, all, it.getT1(), it.getT2(), it.getT3()));
    }

    private Mono<Disputed> disputed(Round round) {
        return Mono.zip(
                objections.of(round).collectList(), objections.recounts(round).collectList(), Disputed::new);
    }

    private RoundView view(
            Round round, CommunityMap map, List<Proposal> all, List<Line> news, Disputed disputed, Shown shown) {
        var rules = round.rules();
        return new RoundView(
                round.number(),
                round.title(),
                where(round.place(), map),
                round.phase().name(),
                rules.budget(),
                rules.kind().name(),
                rules.most(),
                rules.knapsack(),
                round.voice().name(),
                rules.rule().word(),
                rules.completion().word(),
                FineView.of(rules),
                rules.seed(),
                round.supporters(),
                round.conditions().streetSupporters(),
                round.conditions().age(),
                rules.level().word(),
                dates.steps(round),
                all.stream()
                        .map(it -> ProposalView.of(
                                it,
                                where(it.place(), map),
                                round.supporters(),
                                disputed.freezes(it.number()),
                                lines(it, news)))
                        .toList(),
                disputed.all().stream().map(ObjectionView::of).toList(),
                disputed.recounts().stream().map(RecountView::of).toList(),
                shown.result().orElse(null),
                shown.turnout(),
                shown.buildings(),
                shown.log(),
                dates.now(round),
                dates.hindrance(round, all),
                "/polls/%s/round/%d".formatted(round.community().value(), round.number()));
    }

    private List<String> lines(Proposal it, List<Line> news) {
        return news.stream()
                .filter(line -> line.proposal() == it.number())
                .map(line -> dates.time(line.at()) + " " + line.words())
                .toList();
    }

    private static String where(String place, CommunityMap map) {
        return map.place(place).map(map::display).orElse("");
    }
}
