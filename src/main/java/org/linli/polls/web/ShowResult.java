package org.linli.polls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.polls.BallotBox;
import org.linli.polls.BallotBox.Turnout;
import org.linli.polls.CountedPaper;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.Tally;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Breakdown;
import org.linli.polls.log.PrivacyFigures;
import org.linli.polls.rounds.Explanation;
import org.linli.polls.rounds.Explanations;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundChanged.Result;
import org.linli.polls.web.RoundView.Building;
import org.linli.polls.web.RoundView.ResultView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts on a page what came out of a round's vote. Of few ballots only who won, of small buildings nothing.
@Component
class ShowResult {

    /// @param turnout   of how many how many voted; empty before the vote
    /// @param buildings who took part where; empty before the count
    /// @param log       path of the vote's log; empty before the vote
    record Shown(Optional<ResultView> result, String turnout, List<Building> buildings, String log) {

        static final Shown NOTHING = new Shown(Optional.empty(), "", List.of(), "");
    }

    private record Found(
            Optional<Result> result, Tally tally, PrivacyFigures privacy, Turnout turnout, Explanation why) {}

    private final FindRounds rounds;
    private final FindPolls polls;
    private final BallotBox box;
    private final Explanations explanations;
    private final CaseWords words;
    private final Clock clock;

    ShowResult(
            FindRounds rounds,
            FindPolls polls,
            BallotBox box,
            Explanations explanations,
            CaseWords words,
            Clock clock) {
        this.rounds = rounds;
        this.polls = polls;
        this.box = box;
        this.explanations = explanations;
        this.words = words;
        this.clock = clock;
    }

    /// Never empty.
    Mono<Shown> of(Round round, List<Proposal> all, CommunityMap map) {
        return polls.one(round.community(), round.id())
                .flatMap(poll -> Mono.zip(
                                rounds.result(round).map(Optional::of).defaultIfEmpty(Optional.empty()),
                                box.ballots(poll),
                                box.turnout(poll),
                                explanations.of(round))
                        .map(it -> found(poll, round, it.getT1(), it.getT2(), it.getT3(), it.getT4()))
                        .flatMap(found -> box.votedByPlace(poll)
                                .map(places -> shown(
                                        round,
                                        poll,
                                        all,
                                        found,
                                        found.result().isEmpty() ? List.of() : VotedBuildings.of(places, map)))))
                .defaultIfEmpty(Shown.NOTHING);
    }

    private static Found found(
            Poll poll,
            Round round,
            Optional<Result> result,
            Map<Marks, Integer> ballots,
            Turnout turnout,
            Explanation why) {
        var election =
                new CountedPaper(poll.paper()).election(ballots, round.rules().budget());
        return new Found(result, Tally.of(poll.paper(), ballots), PrivacyFigures.of(election), turnout, why);
    }

    private Shown shown(Round round, Poll poll, List<Proposal> all, Found found, List<Building> buildings) {
        var turnout = found.turnout();
        return new Shown(
                found.result().map(it -> view(round, all, it, found)),
                "%d / %d".formatted(turnout.voted(), turnout.voters()),
                buildings,
                "/polls/%s/%d/log".formatted(round.community().value(), poll.number()));
    }

    private ResultView view(Round round, List<Proposal> all, Result result, Found found) {
        var tally = found.tally();
        boolean few = tally.ballots() < Breakdown.FEWEST;
        return new ResultView(
                result.ballots(),
                result.cost(),
                round.rules().budget() - result.cost(),
                result.drawn(),
                time(result.at()),
                few,
                tally.longest(),
                DrawResult.parts(round.rules().budget(), all, result),
                few ? List.of() : DrawResult.bars(tally, result),
                few ? Explanation.NONE : found.why(),
                found.privacy().alonePercent());
    }

    private String time(Instant at) {
        return new SpokenTime(words, clock.instant()).at(at);
    }
}
