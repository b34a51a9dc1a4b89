package org.linli.media;

import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What was sent belongs to something that somebody takes care of, so it is kept for long.
///
/// @param ids those that name nothing of ours are passed over
public record MediaTaken(CommunityId community, List<String> ids) implements Effect {

    public MediaTaken {
        ids = List.copyOf(ids);
    }
}
