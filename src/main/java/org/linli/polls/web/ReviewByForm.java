package org.linli.polls.web;

import java.util.Optional;
import org.linli.community.StaffMember;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.TreatProposal;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the committee says of a proposal: feasible at a cost or not, and both times why, for everybody to read.
@Component
class ReviewByForm {

    private final TreatProposal proposals;

    ReviewByForm(TreatProposal proposals) {
        this.proposals = proposals;
    }

    /// Empty where it was done; otherwise what is wrong, and nothing was done.
    Mono<Wrong> act(StaffMember member, Round round, String what, RoundAct form) {
        boolean feasible = what.equals("feasible");
        return (feasible ? priceless(round, form) : Optional.<Wrong>empty())
                .or(() -> unreasoned(form))
                .map(Mono::just)
                .orElseGet(() -> ActOnRound.orLate(proposals.review(
                        member,
                        round,
                        form.number(),
                        feasible,
                        form.called(),
                        feasible ? form.price() : 0,
                        form.said())));
    }

    /// What costs more than all that there is could be voted for and never win.
    private static Optional<Wrong> priceless(Round round, RoundAct form) {
        if (form.price() < 1) {
            return Optional.of(Wrong.in("cost", "COST"));
        }
        return form.price() > round.rules().budget() ? Optional.of(Wrong.in("cost", "TOO_DEAR")) : Optional.empty();
    }

    private static Optional<Wrong> unreasoned(RoundAct form) {
        return form.said().isEmpty() ? Optional.of(Wrong.in("words", "REASON")) : Optional.empty();
    }
}
