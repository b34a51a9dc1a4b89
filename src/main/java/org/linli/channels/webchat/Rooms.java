package org.linli.channels.webchat;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which rooms there are. Whoever knows the community tells; this channel lives below it.
public interface Rooms {

    /// Everybody may talk to each of them in private; the first where none is named. Empty before the first import.
    Flux<Neighbourhood> neighbourhoods();

    /// The building group with this code, in the first community that has one. Empty where none has.
    Mono<Room> group(String code);

    /// @param name as people call the community
    record Neighbourhood(CommunityId id, String name) {}
}
