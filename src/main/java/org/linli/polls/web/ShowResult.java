package org.linli.polls.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
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
import org.linli.polls.web.RoundView.Bar;
import org.linli.polls.web.RoundView.Building;
import org.linli.polls.web.RoundView.Part;
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
                                .map(places -> shown(round, poll, all, found, buildings(found, places, map)))))
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
                parts(round, all, result),
                few ? List.of() : bars(tally, result),
                few ? Explanation.NONE : found.why(),
                found.privacy().alonePercent());
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

    /// Small ones are hidden, also from whoever subtracts the others from the sum.
    private static List<Building> buildings(Found found, Map<String, Turnout> places, CommunityMap map) {
        if (found.result().isEmpty()) {
            return List.of();
        }
        var voters = new LinkedHashMap<String, Long>();
        var voted = new LinkedHashMap<String, Long>();
        map.buildings()
                .forEach(building -> places.forEach((place, turnout) -> {
                    if (map.place(place)
                            .filter(it -> map.isWithin(it, building.id()))
                            .isPresent()) {
                        voters.merge(building.id(), turnout.voters(), Long::sum);
                        voted.merge(building.id(), turnout.voted(), Long::sum);
                    }
                }));
        var told = Breakdown.of(voted);
        return map.buildings().stream()
                .filter(it -> voted.containsKey(it.id()))
                .map(it -> building(it, map, voters.getOrDefault(it.id(), 0L), told))
                .toList();
    }

    private static Building building(Place it, CommunityMap map, long voters, Breakdown voted) {
        var shown = voted.shown().getOrDefault(it.id(), OptionalLong.empty());
        return new Building(map.display(it), voters, shown.orElse(0), shown.isPresent(), it.at());
    }

    private String time(Instant at) {
        return new SpokenTime(words, clock.instant()).at(at);
    }
}
