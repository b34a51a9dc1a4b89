package org.linli.polls.web;

import java.util.Optional;
import org.linli.community.StaffMember;
import org.linli.polls.rounds.DecideObjection;
import org.linli.polls.rounds.DecideObjection.Decision;
import org.linli.polls.rounds.FindObjections;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.Verdict;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What staff says to an objection: the result stands, something is taken out, or it is counted again.
@Component
class DecideByForm {

    private final FindObjections objections;
    private final FindProposals proposals;
    private final DecideObjection decide;

    DecideByForm(FindObjections objections, FindProposals proposals, DecideObjection decide) {
        this.objections = objections;
        this.proposals = proposals;
        this.decide = decide;
    }

    /// Empty where it was decided; otherwise what is wrong, and nothing was done.
    Mono<Wrong> act(StaffMember member, Round round, RoundAct form) {
        return undecided(form)
                .map(Mono::just)
                .orElseGet(() -> notCounted(round, form))
                .switchIfEmpty(Mono.defer(() -> decided(member, round, form)));
    }

    private static Optional<Wrong> undecided(RoundAct form) {
        if (form.decided().isEmpty()) {
            return Optional.of(Wrong.in("verdict", "VERDICT"));
        }
        return form.said().isEmpty() ? Optional.of(Wrong.in("words", "ANSWER")) : Optional.empty();
    }

    /// Only what was counted can be taken out. Empty where nothing is taken out, or it can be.
    private Mono<Wrong> notCounted(Round round, RoundAct form) {
        return Mono.just(form)
                .filter(it -> it.decided().equals(Optional.of(Verdict.CHANGED)))
                .filterWhen(it -> proposals
                        .one(round.community(), round.id(), it.taken())
                        .filter(proposal -> proposal.state().isCounted())
                        .hasElement()
                        .map(counted -> !counted))
                .map(_ -> Wrong.in("item", "ITEM"));
    }

    private Mono<Wrong> decided(StaffMember member, Round round, RoundAct form) {
        var decision = new Decision(form.decided().orElseThrow(), form.taken(), form.said());
        return ActOnRound.orLate(objections
                .open(round, form.number())
                .flatMap(it -> decide.decide(member, round, it, decision).thenReturn(it)));
    }
}
