package org.linli.polls.wishes.web;

import java.util.Optional;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Residents;
import org.linli.platform.database.CommunityId;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Round;
import org.linli.polls.wishes.Doors;
import org.linli.polls.wishes.Doors.Comer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Who comes by a link of their own, and which round concerns them.
@Component
class OpenDoors {

    private static final String PERSON = "resident:";

    record Come(Comer who, CommunityMap map, Optional<Round> round, String path) {

        /// Where proposals stand now.
        String collected() {
            return round.filter(it -> it.phase() == Phase.COLLECTING)
                    .map(Round::id)
                    .orElse(FindProposals.NEXT);
        }

        /// Whoever has the path acts as they do.
        @Override
        public String toString() {
            return "Come[]";
        }
    }

    private final Doors doors;
    private final Communities communities;
    private final Residents residents;
    private final FindRounds rounds;

    OpenDoors(Doors doors, Communities communities, Residents residents, FindRounds rounds) {
        this.doors = doors;
        this.communities = communities;
        this.residents = residents;
        this.rounds = rounds;
    }

    /// Signals 404 for a link that opens nothing.
    Mono<Come> come(String community, String ticket) {
        return doors.comer(new CommunityId(community), ticket)
                .flatMap(who -> communities
                        .map(who.community())
                        .flatMap(map -> current(who, map)
                                .map(round ->
                                        new Come(who, map, round, "/propose/%s/%s".formatted(community, ticket)))))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    /// The latest that collects or is reviewed where they live. Never empty.
    private Mono<Optional<Round>> current(Comer who, CommunityMap map) {
        return home(who)
                .map(map::place)
                .defaultIfEmpty(Optional.empty())
                .flatMap(home -> rounds.latest(who.community())
                        .filter(it -> it.phase().isReviewed())
                        .filter(it -> home.map(place -> map.isWithin(place, it.place()))
                                .orElse(true))
                        .next())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /// Empty where nobody knows it: they are believed for what leads to no ballot.
    private Mono<String> home(Comer who) {
        return who.voter().startsWith(PERSON)
                ? residents
                        .byId(who.community(), who.voter().substring(PERSON.length()))
                        .flatMap(it -> Mono.justOrEmpty(it.home()))
                : Mono.empty();
    }
}
