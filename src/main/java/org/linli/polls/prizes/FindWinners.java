package org.linli.polls.prizes;

import java.util.Objects;
import java.util.Optional;
import org.linli.channels.Address;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.ReachVoters;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who wins what a proposal wins: a merged one belongs to several.
@Component
class FindWinners {

    /// @param who unlike any other winner of the same prize
    /// @param to  where they are told; empty: staff hands over the certificate
    record Winner(String who, String name, Optional<Address> to) {

        @Override
        public String toString() {
            return "Winner[]";
        }
    }

    private final FindProposals proposals;
    private final ReachVoters reach;
    private final Residents residents;
    private final PollWords words;

    FindWinners(FindProposals proposals, ReachVoters reach, Residents residents, PollWords words) {
        this.proposals = proposals;
        this.reach = reach;
        this.residents = residents;
        this.words = words;
    }

    /// Each person once, on however many channels they are known, and on none: first whoever is told of it, in the
    /// order in which they proposed. Never empty: at least somebody whom no letter reaches.
    Flux<Winner> of(Proposal it) {
        return Flux.concat(
                        Flux.fromStream(() -> it.toldAt().lines().map(Address::parse))
                                .concatMap(to -> at(it, to)),
                        proposals.proposers(it).concatMap(who -> proposer(it, who)))
                .distinct(Winner::who)
                .defaultIfEmpty(new Winner("", nameless(), Optional.empty()));
    }

    /// Empty for whoever asked to be forgotten.
    private Mono<Winner> proposer(Proposal it, String who) {
        if (who.startsWith(ReachVoters.ADDRESS)) {
            return at(it, Address.parse(who.substring(ReachVoters.ADDRESS.length())));
        }
        return who.startsWith(ReachVoters.PERSON)
                ? residents
                        .byId(it.community(), who.substring(ReachVoters.PERSON.length()))
                        .flatMap(known -> reach.one(it.community(), who)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .map(to -> winner(known, to)))
                : Mono.empty();
    }

    private Winner winner(Resident known, Optional<Address> to) {
        return new Winner(known.id(), Objects.requireNonNullElse(known.name(), nameless()), to);
    }

    private Mono<Winner> at(Proposal it, Address to) {
        return residents
                .at(it.community(), to)
                .map(known -> winner(known, Optional.of(to)))
                .defaultIfEmpty(new Winner(to.text(), nameless(), Optional.of(to)));
    }

    private String nameless() {
        return words.say("prizes.nameless");
    }
}
