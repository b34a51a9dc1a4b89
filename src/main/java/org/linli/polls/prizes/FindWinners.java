package org.linli.polls.prizes;

import java.util.Objects;
import java.util.Optional;
import org.linli.channels.Address;
import org.linli.community.Residents;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.Proposal;
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

    private final Residents residents;
    private final PollWords words;

    FindWinners(Residents residents, PollWords words) {
        this.residents = residents;
        this.words = words;
    }

    /// Each person once, on however many channels they are known. Never empty: at least somebody whom no letter
    /// reaches.
    Flux<Winner> of(Proposal it) {
        return Flux.fromStream(() -> it.toldAt().lines().map(Address::parse))
                .concatMap(to -> at(it, to))
                .distinct(Winner::who)
                .defaultIfEmpty(new Winner("", nameless(), Optional.empty()));
    }

    private Mono<Winner> at(Proposal it, Address to) {
        return residents
                .at(it.community(), to)
                .map(known ->
                        new Winner(known.id(), Objects.requireNonNullElse(known.name(), nameless()), Optional.of(to)))
                .defaultIfEmpty(new Winner(to.text(), nameless(), Optional.of(to)));
    }

    private String nameless() {
        return words.say("prizes.nameless");
    }
}
