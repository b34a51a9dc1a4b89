package org.linli.polls.chat;

import org.linli.community.Communities;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Where voters and those who vote for them live, as neighbours tell each other apart.
@Component
class ProxyPlaces {

    private final Communities communities;

    ProxyPlaces(Communities communities) {
        this.communities = communities;
    }

    /// Which building is enough. Never empty; the name may be.
    Mono<String> building(Poll poll, Resident agent) {
        String home = agent.home() == null ? "" : agent.home();
        return communities
                .map(poll.community())
                .map(map -> map.place(home).stream()
                        .flatMap(it -> map.path(it).stream())
                        .filter(it -> it.kind() == Place.Kind.BUILDING)
                        .map(map::display)
                        .findFirst()
                        .orElse(""));
    }

    /// Never empty; the name may be.
    Mono<String> of(Poll poll, Voter voter) {
        return communities
                .map(poll.community())
                .map(map -> map.place(voter.place()).map(map::display).orElse(""));
    }
}
