package org.linli.polls.rounds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.community.Communities;
import org.linli.platform.database.Effect;
import org.linli.polls.CountsClosed;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Marks;
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
    private final GroupsTold groups;
    private final RoundLetters letters;
    private final Clock clock;

    CountRounds(
            FindRounds rounds,
            FindProposals proposals,
            Communities communities,
            GroupsTold groups,
            RoundLetters letters,
            Clock clock) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.communities = communities;
        this.groups = groups;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public boolean counts(Poll poll) {
        return poll.electorate().frozen() && !poll.electorate().isAudience() && !poll.isDecidedByOwners();
    }

    @Override
    public Mono<List<Effect>> of(Poll poll, Map<Marks, Integer> ballots) {
        return rounds.one(poll.community(), poll.id())
                .flatMap(round -> Mono.zip(
                                proposals.of(poll.community(), round.id()).collectList(),
                                communities.map(poll.community()))
                        .map(found -> {
                            var result = new CountBallots(round.rules(), poll.paper())
                                    .result(ballots, Set.of(), clock.instant());
                            List<Effect> all =
                                    new ArrayList<>(groups.counted(round, result, found.getT1(), found.getT2()));
                            all.add(new RoundChanged(new Change.Counted(round, result)));
                            all.add(new RoundChanged(
                                    new Change.Moved(round.version(), round.in(Phase.PUBLICITY, result.at()))));
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
}
