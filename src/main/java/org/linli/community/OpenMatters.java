package org.linli.community;

import java.util.Collection;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Mono;

/// What is still to be done at a place or by a unit, told by those who keep it.
public interface OpenMatters {

    /// Never empty.
    ///
    /// @param spots ids of places
    Mono<Long> at(CommunityId community, Collection<String> spots);

    /// Never empty.
    Mono<Long> of(CommunityId community, String unit);
}
