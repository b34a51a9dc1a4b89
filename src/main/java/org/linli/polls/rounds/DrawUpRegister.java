package org.linli.polls.rounds;

import java.util.List;
import java.util.Optional;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who may vote in a round: whoever is verified and lives there now. Who comes later votes in the next round.
@Component
class DrawUpRegister {

    private final Communities communities;
    private final Residents residents;

    DrawUpRegister(Communities communities, Residents residents) {
        this.communities = communities;
        this.residents = residents;
    }

    /// Each voice once. Never empty; the list may be.
    Mono<List<Voter>> of(Round round) {
        return communities
                .map(round.community())
                .flatMap(map -> Flux.fromStream(map.place(round.place()).stream())
                        .flatMap(place -> residents.ofPlace(round.community(), place))
                        .filter(Resident::verified)
                        .flatMap(it -> Mono.justOrEmpty(voter(round, it, map)))
                        .distinct(Voter::id)
                        .collectList());
    }

    private static Optional<Voter> voter(Round round, Resident it, CommunityMap map) {
        String home = it.home() == null ? "" : it.home();
        if (round.voice() == Voice.PERSON) {
            return Optional.of(new Voter("resident:" + it.id(), home, ""));
        }
        return map.place(home)
                .filter(place -> place.kind() == Place.Kind.ROOM)
                .map(place -> new Voter("home:" + place.id(), place.id(), ""));
    }
}
