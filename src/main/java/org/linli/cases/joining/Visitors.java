package org.linli.cases.joining;

import java.util.Optional;
import org.linli.cases.Neighbour;
import org.linli.channels.Account;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Knows visitors as cases remember people.
@Component
public class Visitors {

    private final Communities communities;
    private final Residents residents;

    Visitors(Communities communities, Residents residents) {
        this.communities = communities;
        this.residents = residents;
    }

    /// Never empty, also for somebody whose home nobody knows.
    public Mono<Visitor> of(Account.Person person) {
        return Mono.zip(
                        communities.map(person.community()),
                        residents
                                .at(person.community(), person.address())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(it -> visitor(it.getT1(), person, it.getT2()));
    }

    private static Visitor visitor(CommunityMap map, Account.Person person, Optional<Resident> known) {
        var who = new Neighbour(known.map(Resident::id).orElse(null), person.address(), null, person.address());
        return new Visitor(map, who, known.map(Resident::home).orElse(null));
    }
}
