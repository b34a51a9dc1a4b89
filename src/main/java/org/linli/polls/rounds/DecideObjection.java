package org.linli.polls.rounds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.FindCases;
import org.linli.cases.Sight;
import org.linli.cases.Who;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.BallotBox;
import org.linli.polls.FindPolls;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.polls.rounds.RoundChanged.Result;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Confirms what was objected to, takes it out, or counts again; then resolves the case that the objection is.
///
/// The verdict is committed first. Where the case cannot be resolved at that moment, it stays on the desk with its
/// deadline; resolving it there changes nothing of the verdict.
@Service
public class DecideObjection {

    /// What staff decided.
    ///
    /// @param proposal what is taken out where the verdict is [Verdict#CHANGED]; otherwise of no meaning
    /// @param reason   for everybody to read
    public record Decision(Verdict verdict, int proposal, String reason) {}

    private final FindRounds rounds;
    private final FindProposals proposals;
    private final FindPolls polls;
    private final BallotBox box;
    private final FindCases cases;
    private final ActOnCase actions;
    private final Communities communities;
    private final RoundLetters letters;
    private final PollWords words;
    private final Effects effects;
    private final Clock clock;

    DecideObjection(
            FindRounds rounds,
            FindProposals proposals,
            FindPolls polls,
            BallotBox box,
            FindCases cases,
            ActOnCase actions,
            Communities communities,
            RoundLetters letters,
            PollWords words,
            Effects effects,
            Clock clock) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.polls = polls;
        this.box = box;
        this.cases = cases;
        this.actions = actions;
        this.communities = communities;
        this.letters = letters;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// Signals [Conflict] where it is decided already.
    public Mono<Void> decide(StaffMember by, Round round, Objection it, Decision decision) {
        return changes(round, it, decision).flatMap(effects::commit).then(Mono.defer(() -> resolved(by, it, decision)));
    }

    private Mono<List<Effect>> changes(Round round, Objection it, Decision decision) {
        var decided = new RoundChanged(
                new Change.Decided(round, it.number(), decision.verdict(), decision.reason(), clock.instant()));
        var first = it.caseNumber().isEmpty()
                ? Stream.<Effect>of(decided, letters.answered(round, it, decision.reason()))
                : Stream.<Effect>of(decided);
        return (decision.verdict().countsAgain() ? countedAgain(round, it, decision) : Mono.just(List.<Effect>of()))
                .map(more -> Stream.concat(first, more.stream()).toList());
    }

    private Mono<List<Effect>> countedAgain(Round round, Objection it, Decision decision) {
        return Mono.zip(
                        rounds.result(round),
                        proposals.of(round.community(), round.id()).collectList(),
                        polls.one(round.community(), round.id())
                                .flatMap(poll -> box.ballots(poll).zipWith(Mono.just(poll.paper()))))
                .map(found -> {
                    var out = takenOut(found.getT2(), decision);
                    var count = new CountBallots(round.rules(), found.getT3().getT2());
                    var after = count.result(found.getT3().getT1(), out, clock.instant());
                    return recounted(round, it, decision, found.getT1(), after, found.getT2(), out);
                });
    }

    /// What stands on the paper and cannot win any more.
    private static Set<Integer> takenOut(List<Proposal> all, Decision decision) {
        return all.stream()
                .filter(it -> it.state() == State.INFEASIBLE
                        || it.state().isGone()
                        || decision.verdict() == Verdict.CHANGED && it.number() == decision.proposal())
                .map(Proposal::number)
                .collect(Collectors.toSet());
    }

    private List<Effect> recounted(
            Round round,
            Objection it,
            Decision decision,
            Result before,
            Result after,
            List<Proposal> all,
            Set<Integer> out) {
        List<Effect> changes = new ArrayList<>();
        changes.add(new RoundChanged(
                new Change.Recounted(round, it.number(), out.stream().sorted().toList(), before, after)));
        for (Proposal proposal : all) {
            var now = standing(proposal, after, out, decision);
            if (now.state() != proposal.state()) {
                changes.add(new RoundChanged(new Change.ProposalMoved(proposal.version(), now)));
                letters.news(round, now).forEach(changes::add);
            }
        }
        return changes;
    }

    private static Proposal standing(Proposal it, Result after, Set<Integer> out, Decision decision) {
        if (it.state() != State.WON && it.state() != State.LOST) {
            return it;
        }
        if (out.contains(it.number())) {
            return it.reviewed(State.INFEASIBLE, decision.reason(), it.cost(), it.title());
        }
        return it.in(after.winners().contains(it.number()) ? State.WON : State.LOST, it.unit());
    }

    private Mono<Void> resolved(StaffMember by, Objection it, Decision decision) {
        String note = words.say("rounds.verdict.note." + decision.verdict(), decision.reason());
        String occasion = "objection/" + it.caseNumber();
        return it.caseNumber().isEmpty()
                ? Mono.empty()
                : Mono.zip(communities.map(by.community()), cases.file(by.community(), it.caseNumber()))
                        .flatMap(found -> actions.act(
                                Sight.of(by, found.getT1()),
                                it.caseNumber(),
                                found.getT2().seen(),
                                Who.of(by),
                                new Act.Resolve(note, List.of()),
                                occasion))
                        .then();
    }
}
