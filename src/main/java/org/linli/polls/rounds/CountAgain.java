package org.linli.polls.rounds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Effect;
import org.linli.polls.BallotBox;
import org.linli.polls.FindPolls;
import org.linli.polls.rounds.DecideObjection.Decision;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.polls.rounds.RoundChanged.Result;
import org.linli.polls.voiding.Annulment;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts again: the same ballots after an objection, perhaps without what was objected to; or those that remain after
/// some were taken out. Writes nothing.
@Component
class CountAgain {

    /// Why it is counted again.
    ///
    /// @param number   of the objection; below 0: of the ballot that was taken out
    /// @param reason   for everybody to read
    /// @param takenOut number of the proposal that leaves the result; 0: none
    /// @param voids    so many ballots were taken out before; 0: nobody looked
    record Occasion(int number, String reason, int takenOut, int voids) {

        static Occasion of(Objection it, Decision decision) {
            return new Occasion(
                    it.number(), decision.reason(), decision.verdict() == Verdict.CHANGED ? decision.proposal() : 0, 0);
        }

        static Occasion of(Annulment it, int voids) {
            return new Occasion(-it.number(), it.reason(), 0, voids);
        }

        boolean isOfBallot() {
            return number < 0;
        }

        /// Whether groups are told although the winners are the same.
        boolean isAlwaysTold() {
            return isOfBallot() || takenOut > 0;
        }
    }

    /// All that the second count starts from.
    private record Found(Result before, Result after, List<Proposal> all, Set<Integer> out, CommunityMap map) {

        /// Whether groups were told something that holds no more.
        boolean isChanged() {
            return !before.winners().equals(after.winners());
        }
    }

    private final FindRounds rounds;
    private final FindProposals proposals;
    private final FindPolls polls;
    private final BallotBox box;
    private final Communities communities;
    private final RoundLetters letters;
    private final GroupsTold groups;
    private final Clock clock;

    CountAgain(
            FindRounds rounds,
            FindProposals proposals,
            FindPolls polls,
            BallotBox box,
            Communities communities,
            RoundLetters letters,
            GroupsTold groups,
            Clock clock) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.polls = polls;
        this.box = box;
        this.communities = communities;
        this.letters = letters;
        this.groups = groups;
        this.clock = clock;
    }

    /// What has to be committed: the count, what becomes of proposals, and who is told: proposers of what becomes of
    /// theirs, all groups of the area where something is changed.
    Mono<List<Effect>> count(Round round, Occasion why) {
        return Mono.zip(
                        rounds.result(round),
                        proposals.of(round.community(), round.id()).collectList(),
                        polls.one(round.community(), round.id())
                                .flatMap(poll -> box.ballots(poll).zipWith(Mono.just(poll.paper()))),
                        communities.map(round.community()))
                .map(found -> {
                    var out = takenOut(found.getT2(), why);
                    var count = new CountBallots(round.rules(), found.getT3().getT2());
                    var after = count.result(found.getT3().getT1(), out, clock.instant());
                    return new Found(found.getT1(), after, found.getT2(), out, found.getT4());
                })
                .map(found -> changes(round, why, found));
    }

    /// What stands on the paper and cannot win any more.
    private static Set<Integer> takenOut(List<Proposal> all, Occasion why) {
        return all.stream()
                .filter(it -> it.state() == State.INFEASIBLE || it.state().isGone() || it.number() == why.takenOut())
                .map(Proposal::number)
                .collect(Collectors.toSet());
    }

    private List<Effect> changes(Round round, Occasion why, Found found) {
        List<Effect> changes = new ArrayList<>();
        changes.add(new RoundChanged(new Change.Recounted(
                round,
                why.number(),
                why.voids(),
                found.out().stream().sorted().toList(),
                found.before(),
                found.after())));
        for (Proposal proposal : found.all()) {
            var now = standing(proposal, found, why);
            if (now.state() != proposal.state()) {
                changes.add(new RoundChanged(new Change.ProposalMoved(proposal.version(), now)));
                letters.news(round, now).forEach(changes::add);
            }
        }
        if (why.isAlwaysTold() || found.isChanged()) {
            changes.addAll(groups.countedAgain(round, why, found.before(), found.after(), found.all(), found.map()));
        }
        return changes;
    }

    private static Proposal standing(Proposal it, Found found, Occasion why) {
        if (it.state() != State.WON && it.state() != State.LOST) {
            return it;
        }
        if (found.out().contains(it.number())) {
            return it.reviewed(State.INFEASIBLE, why.reason(), it.cost(), it.title());
        }
        return it.in(found.after().winners().contains(it.number()) ? State.WON : State.LOST, it.unit());
    }
}
