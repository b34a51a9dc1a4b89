package org.linli.polls.rounds;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes who supports a proposal, and who does no more.
@Service
public class SupportProposal {

    /// Somebody supports a proposal.
    ///
    /// @param count  how many support it then
    /// @param again  whether they did before
    /// @param own    whether it is their own
    /// @param effect has to be committed
    public record Supported(Proposal it, int count, boolean again, boolean own, Effect effect) {}

    private final FindProposals proposals;

    SupportProposal(FindProposals proposals) {
        this.proposals = proposals;
    }

    /// Supports it; empty where there is none that can be supported.
    ///
    /// @param round the round's id, or [FindProposals#NEXT]
    public Mono<Supported> support(CommunityId community, String round, int number, String voter) {
        return proposals
                .one(community, round, number)
                .filter(it -> it.state().takesSupport())
                .flatMap(it -> proposals.standing(it, voter).map(standing -> supported(it, voter, standing)));
    }

    private static Supported supported(Proposal it, String voter, FindProposals.Standing standing) {
        return new Supported(
                it,
                it.supporters() + (standing.supports() ? 0 : 1),
                standing.supports(),
                standing.proposed(),
                new RoundChanged(new Change.Supported(it, voter)));
    }

    /// Takes somebody's support back, also one that was carried over for them. Empty where they do not support it, or
    /// proposed it themselves.
    public Mono<Supported> unsupport(CommunityId community, String round, int number, String voter) {
        return proposals
                .one(community, round, number)
                .filter(it -> it.state().takesSupport())
                .flatMap(it -> proposals
                        .standing(it, voter)
                        .filter(standing -> standing.supports() && !standing.proposed())
                        .map(standing -> new Supported(
                                it,
                                it.supporters() - 1,
                                false,
                                false,
                                new RoundChanged(new Change.SupportTaken(it, voter)))));
    }
}
