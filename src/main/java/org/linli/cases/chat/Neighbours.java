package org.linli.cases.chat;

import org.linli.cases.Neighbour;
import org.linli.channels.Address;
import org.linli.community.Residents;
import org.linli.dialogue.Speaker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who is talking, as cases remember people.
@Component
class Neighbours {

    private final Residents residents;

    Neighbours(Residents residents) {
        this.residents = residents;
    }

    static Neighbour here(Speaker speaker) {
        var group = speaker.group() == null ? null : speaker.group().address();
        var resident = speaker.resident() == null ? null : speaker.resident().id();
        return new Neighbour(resident, speaker.address(), group, group == null ? speaker.address() : null);
    }

    /// With where the person can be reached alone, also when talking in a group. Never empty.
    Mono<Neighbour> reachable(Speaker speaker) {
        var here = here(speaker);
        if (here.privately() != null || here.resident() == null) {
            return Mono.just(here);
        }
        return residents
                .addresses(speaker.community(), here.resident())
                .filter(it -> it.kind() == Address.Kind.PERSON && !it.equals(here.address()))
                .next()
                .map(alone -> new Neighbour(here.resident(), here.address(), here.group(), alone))
                .defaultIfEmpty(here);
    }
}
