package org.linli.community;

import reactor.core.publisher.Mono;

/// Knows who stands in for whoever is away (代班): the one rule by which letters to staff find somebody who is there.
public interface StandIns {

    /// The same community, in which those who are there today are told; never empty.
    Mono<CommunityMap> told(CommunityMap map);
}
