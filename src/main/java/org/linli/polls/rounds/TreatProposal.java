package org.linli.polls.rounds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.FindPolls;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// What staff does about a proposal: reviews it, hands it to a unit, tells how it goes. Whoever proposed it is told.
@Service
public class TreatProposal {

    private static final Retry AGAIN =
            Retry.max(5).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final FindProposals proposals;
    private final FindObjections objections;
    private final FindPolls polls;
    private final Communities communities;
    private final RoundLetters letters;
    private final GroupsTold groups;
    private final Effects effects;
    private final Clock clock;

    TreatProposal(
            FindProposals proposals,
            FindObjections objections,
            FindPolls polls,
            Communities communities,
            RoundLetters letters,
            GroupsTold groups,
            Effects effects,
            Clock clock) {
        this.proposals = proposals;
        this.objections = objections;
        this.polls = polls;
        this.communities = communities;
        this.letters = letters;
        this.groups = groups;
        this.effects = effects;
        this.clock = clock;
    }

    /// What the committee decides. Empty where it is not to be reviewed any more: what people vote on stays as it was
    /// when the vote opened.
    ///
    /// @param cost   in yuan; of a feasible one at least 1
    /// @param reason for everybody to read
    public Mono<Proposal> review(
            StaffMember by, Round round, int number, boolean feasible, String title, long cost, String reason) {
        return unlessVoted(round)
                .flatMap(_ -> reviewed(by, round, number, feasible, title, cost, reason))
                .retryWhen(AGAIN);
    }

    /// The vote may be open a moment before its round says so. Empty where it is.
    private Mono<Round> unlessVoted(Round round) {
        return Mono.just(round)
                .filter(it -> it.phase().isReviewed())
                .filterWhen(it -> polls.exists(it.community(), it.id()).map(open -> !open));
    }

    private Mono<Proposal> reviewed(
            StaffMember by, Round round, int number, boolean feasible, String title, long cost, String reason) {
        return once(
                round,
                number,
                List.of(State.PROPOSED, State.FEASIBLE, State.INFEASIBLE),
                it -> it.reviewed(
                        feasible ? State.FEASIBLE : State.INFEASIBLE,
                        reason,
                        feasible ? cost : null,
                        title.isBlank() ? it.title() : title),
                _ -> List.of(noted(by, round, number, feasible ? "feasible" : "infeasible")));
    }

    /// To whoever carries it out. Empty where it did not win, it is not the time, or an objection to it is open.
    public Mono<Proposal> handOver(StaffMember by, Round round, int number, String unit) {
        return objections
                .freeze(round, number)
                .filter(frozen -> !frozen && round.phase().handsOver())
                .flatMap(_ -> change(
                        round,
                        number,
                        List.of(State.WON, State.HANDED_OVER),
                        it -> it.in(State.HANDED_OVER, unit),
                        _ -> List.of(noted(by, round, number, "handed over"))));
    }

    /// Residents are asked how it is, in the groups. Empty where nobody carries it out.
    public Mono<Proposal> finish(StaffMember by, Round round, int number) {
        return communities
                .map(round.community())
                .flatMap(map -> change(
                        round,
                        number,
                        List.of(State.HANDED_OVER),
                        it -> it.in(State.DONE, it.unit()),
                        it -> Stream.<Effect>concat(
                                        groups.done(round, it, map).stream(),
                                        Stream.of(noted(by, round, number, "done")))
                                .toList()));
    }

    /// A line for everybody to read. Empty where there is no such proposal.
    public Mono<Proposal> tell(StaffMember by, Round round, int number, String words) {
        return proposals
                .one(round.community(), round.id(), number)
                .delayUntil(it -> effects.commit(List.of(
                        new RoundChanged(new Change.Told(it, words, by.name(), clock.instant())),
                        noted(by, round, number, "told of"))));
    }

    private Mono<Proposal> change(
            Round round,
            int number,
            List<State> from,
            UnaryOperator<Proposal> how,
            Function<Proposal, List<Effect>> more) {
        return once(round, number, from, how, more).retryWhen(AGAIN);
    }

    /// Signals [Conflict] where somebody else was first.
    ///
    /// @param more is committed besides, of the proposal as it is then
    private Mono<Proposal> once(
            Round round,
            int number,
            List<State> from,
            UnaryOperator<Proposal> how,
            Function<Proposal, List<Effect>> more) {
        return Mono.defer(() -> proposals.one(round.community(), round.id(), number))
                .filter(it -> from.contains(it.state()))
                .flatMap(it -> {
                    var after = how.apply(it);
                    List<Effect> all = new ArrayList<>();
                    all.add(new RoundChanged(new Change.ProposalMoved(it.version(), after)));
                    letters.news(round, after).forEach(all::add);
                    all.addAll(more.apply(after));
                    return effects.commit(all).thenReturn(after);
                });
    }

    private Noted noted(StaffMember by, Round round, int number, String deed) {
        return round.noted(by, "proposal %d, %s".formatted(number, deed), clock.instant());
    }
}
