package org.linli.polls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.polls.BallotBox;
import org.linli.polls.BallotBox.Turnout;
import org.linli.polls.FindPolls;
import org.linli.polls.Tally;
import org.linli.polls.log.Breakdown;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindProposals.Line;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundChanged.Result;
import org.linli.polls.web.RoundView.Bar;
import org.linli.polls.web.RoundView.ObjectionView;
import org.linli.polls.web.RoundView.Part;
import org.linli.polls.web.RoundView.ProposalView;
import org.linli.polls.web.RoundView.ResultView;
import org.linli.polls.web.RoundView.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts a round with everything that belongs to it on a page.
@Component
class ShowRound {

    private record Counted(Optional<Result> result, Optional<Tally> tally, Optional<Turnout> turnout) {}

    private final FindRounds rounds;
    private final FindProposals proposals;
    private final FindPolls polls;
    private final BallotBox box;
    private final Communities communities;
    private final CaseWords words;
    private final Clock clock;

    ShowRound(
            FindRounds rounds,
            FindProposals proposals,
            FindPolls polls,
            BallotBox box,
            Communities communities,
            CaseWords words,
            Clock clock) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.polls = polls;
        this.box = box;
        this.communities = communities;
        this.words = words;
        this.clock = clock;
    }

    Mono<RoundView> view(Round round) {
        return Mono.zip(
                        communities.map(round.community()),
                        proposals.of(round.community(), round.id()).collectList(),
                        proposals.progress(round.community(), round.id()).collectList(),
                        rounds.objections(round)
                                .map(it -> new ObjectionView(
                                        it.number(), it.words(), it.answer(), it.answeredAt() == null))
                                .collectList(),
                        counted(round))
                .map(it -> view(round, it.getT1(), it.getT2(), it.getT3(), it.getT4(), it.getT5()));
    }

    private Mono<Counted> counted(Round round) {
        return Mono.zip(
                        rounds.result(round).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        polls.one(round.community(), round.id())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .flatMap(it -> it.getT2()
                        .map(poll -> Mono.zip(box.ballots(poll), box.turnout(poll))
                                .map(found -> new Counted(
                                        it.getT1(),
                                        Optional.of(Tally.of(poll.paper(), found.getT1())),
                                        Optional.of(found.getT2()))))
                        .orElseGet(() -> Mono.just(new Counted(it.getT1(), Optional.empty(), Optional.empty()))));
    }

    private RoundView view(
            Round round,
            CommunityMap map,
            List<Proposal> all,
            List<Line> news,
            List<ObjectionView> objections,
            Counted counted) {
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
                rules.seed(),
                round.supporters(),
                steps(round),
                all.stream()
                        .map(it -> ProposalView.of(it, where(it.place(), map), round.supporters(), lines(it, news)))
                        .toList(),
                objections,
                result(round, all, counted),
                counted.turnout()
                        .map(it -> "%d / %d".formatted(it.voted(), it.voters()))
                        .orElse(""),
                "/polls/%s/round/%d".formatted(round.community().value(), round.number()));
    }

    private List<String> lines(Proposal it, List<Line> news) {
        return news.stream()
                .filter(line -> line.proposal() == it.number())
                .map(line -> time(line.at()) + " " + line.words())
                .toList();
    }

    private List<Step> steps(Round round) {
        var dates = round.schedule();
        return List.of(
                step(round, Phase.COLLECTING, dates.collectUntil()),
                step(round, Phase.REVIEW, dates.voteFrom()),
                step(round, Phase.VOTING, dates.voteUntil()),
                step(round, Phase.PUBLICITY, dates.objectUntil()),
                step(round, Phase.CARRYING_OUT, null));
    }

    private Step step(Round round, Phase phase, @Nullable Instant until) {
        String state = round.phase() == phase ? "now" : round.phase().isAfter(phase) ? "over" : "later";
        return new Step(phase.name(), until == null ? "" : time(until), state);
    }

    private @Nullable ResultView result(Round round, List<Proposal> all, Counted counted) {
        var result = counted.result().orElse(null);
        var tally = counted.tally().orElse(null);
        if (result == null || tally == null) {
            return null;
        }
        boolean few = tally.ballots() < Breakdown.FEWEST;
        return new ResultView(
                result.ballots(),
                result.cost(),
                round.rules().budget() - result.cost(),
                result.drawn(),
                time(result.at()),
                few,
                tally.longest(),
                parts(round, all, result),
                few ? List.of() : bars(tally, result));
    }

    private static List<Part> parts(Round round, List<Proposal> all, Result result) {
        var parts = new ArrayList<Part>();
        long spent = 0;
        for (int number : result.winners()) {
            var won = all.stream().filter(it -> it.number() == number).findFirst();
            var price = won.map(Proposal::cost).orElse(null);
            long cost = price == null ? 0 : price;
            parts.add(new Part(
                    number,
                    won.map(Proposal::title).orElse(""),
                    cost,
                    share(spent, round.rules().budget()),
                    share(cost, round.rules().budget())));
            spent += cost;
        }
        return parts;
    }

    private static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }

    /// Winners in the order in which they were chosen, then the others by what they got.
    private static List<Bar> bars(Tally tally, Result result) {
        return tally.bars().stream()
                .sorted(Comparator.comparingInt((Tally.Bar it) -> place(result, it))
                        .thenComparing(it -> -tally.length(it)))
                .map(it -> new Bar(
                        result.winners().indexOf(it.choice().number()) + 1,
                        it.choice().number(),
                        it.choice().name(),
                        it.choice().cost(),
                        tally.length(it),
                        it.votes(),
                        result.winners().contains(it.choice().number())))
                .toList();
    }

    private static int place(Result result, Tally.Bar bar) {
        int place = result.winners().indexOf(bar.choice().number());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private String time(Instant at) {
        return new SpokenTime(words, clock.instant()).at(at);
    }

    private static String where(String place, CommunityMap map) {
        return map.place(place).map(map::display).orElse("");
    }
}
