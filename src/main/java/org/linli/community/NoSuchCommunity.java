package org.linli.community;

import java.util.Collection;
import org.linli.platform.database.CommunityId;

/// Somebody asked for a community that was never imported.
public final class NoSuchCommunity extends RuntimeException {

    NoSuchCommunity(CommunityId asked, Collection<CommunityId> known) {
        super("no community '%s' (expected: one of %s; import it with linli.community.import=FILE)"
                .formatted(asked, known));
    }
}
