package org.linli.community;

import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;

/// Names of places that staff has taught since the import. An import neither knows nor changes them.
public interface LearntNames {

    /// @param place id of a place, which may be gone by now
    /// @param name  as residents say it
    record LearntName(String place, String name) {}

    /// Empty where nothing was taught.
    Flux<LearntName> of(CommunityId community);
}
