package org.linli.polls.rounds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.platform.database.Effect;
import org.linli.polls.CountsClosed;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Marks;
import org.linli.polls.counting.Election;
import org.linli.polls.counting.Outcome;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.polls.rounds.RoundChanged.Result;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts the vote of a round by its declared rule; the result is kept with rule and order of ties, and made public for
/// objections.
@Component
class CountRounds implements CountsClosed {

    private final FindRounds rounds;
    private final FindProposals proposals;
    private final Communities communities;
    private final RoundLetters letters;
    private final Clock clock;

    CountRounds(
            FindRounds rounds, FindProposals proposals, Communities communities, RoundLetters letters, Clock clock) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.communities = communities;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public boolean counts(Poll poll) {
        return poll.electorate().frozen();
    }

    @Override
    public Mono<List<Effect>> of(Poll poll, Map<Marks, Integer> ballots) {
        return rounds.one(poll.community(), poll.id())
                .flatMap(round -> Mono.zip(
                                proposals.of(poll.community(), round.id()).collectList(),
                                communities.map(poll.community()))
                        .map(found -> {
                            var result = result(round, poll, ballots);
                            List<Effect> all =
                                    new ArrayList<>(letters.counted(round, result, found.getT1(), found.getT2()));
                            all.add(new RoundChanged(new Change.Counted(round, result)));
                            all.add(new RoundChanged(new Change.Moved(round.version(), round.in(Phase.PUBLICITY))));
                            found.getT1().forEach(it -> decided(round, it, result, all));
                            return all;
                        }));
    }

    private void decided(Round round, Proposal it, Result result, List<Effect> all) {
        if (it.state() == State.FEASIBLE) {
            var after = it.in(result.winners().contains(it.number()) ? State.WON : State.LOST, "");
            all.add(new RoundChanged(new Change.ProposalMoved(it.version(), after)));
            letters.news(round, after).forEach(all::add);
        }
    }

    private Result result(Round round, Poll poll, Map<Marks, Integer> ballots) {
        var count = new CountBallots(round.rules(), poll.paper());
        var election = count.election(ballots);
        var outcome = count.count(election);
        return new Result(
                round.rules().rule().word(),
                round.rules().completion().word(),
                "cost,votes,lot=" + round.rules().seed(),
                outcome.winners().stream().map(it -> number(election, it)).toList(),
                drawn(election, outcome),
                outcome.cost(election),
                (int) election.voters(),
                clock.instant());
    }

    private static int number(Election election, int place) {
        return Integer.parseInt(election.projects().get(place).id());
    }

    /// `3 < 5 7; 2 < 4`: of equal ones, whom the order of ties put first.
    private static String drawn(Election election, Outcome outcome) {
        return outcome.ties().stream()
                .map(tie -> number(election, tie.chosen()) + " < "
                        + tie.between().stream()
                                .filter(it -> it != tie.chosen())
                                .map(it -> String.valueOf(number(election, it)))
                                .collect(Collectors.joining(" ")))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
