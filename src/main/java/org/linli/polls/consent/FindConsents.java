package org.linli.polls.consent;

import java.util.LinkedHashMap;
import java.util.List;
import org.linli.channels.Address;
import org.linli.polls.consent.Rearrangement.Consent;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.ReachVoters;
import org.linli.polls.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who has to agree before a proposal is merged or split, and where they are asked.
@Component
class FindConsents {

    /// @param proposers who has to agree
    record Known(Proposal it, List<Consent> proposers) {}

    private final FindProposals proposals;
    private final ReachVoters reach;

    FindConsents(FindProposals proposals, ReachVoters reach) {
        this.proposals = proposals;
        this.reach = reach;
    }

    /// Empty where it is not there, or is decided.
    Mono<Known> of(Round round, int number) {
        return proposals
                .one(round.community(), round.id(), number)
                .filter(it -> it.state().takesSupport())
                .flatMap(it -> proposals.proposers(it).collectList().flatMap(all -> consents(it, all)));
    }

    /// Whoever proposed alone is asked where they said it; of several each where they are reached.
    private Mono<Known> consents(Proposal it, List<String> proposers) {
        var said = it.toldAt().lines().findFirst().orElse("");
        return Flux.fromIterable(proposers)
                .concatMap(who -> (proposers.size() == 1
                                ? Mono.just(said)
                                : reach.one(it.community(), who)
                                        .map(Address::text)
                                        .defaultIfEmpty(""))
                        .map(to -> new Consent(who, to, null)))
                .collectList()
                .map(all -> new Known(it, all));
    }

    /// Whoever proposed several is asked once.
    static List<Consent> together(List<Known> all) {
        var each = new LinkedHashMap<String, Consent>();
        all.stream()
                .flatMap(it -> it.proposers().stream())
                .forEach(it -> each.merge(
                        it.proposer(), it, (one, other) -> one.toldAt().isEmpty() ? other : one));
        return List.copyOf(each.values());
    }
}
