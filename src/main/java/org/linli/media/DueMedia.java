package org.linli.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;

/// One thing that this replica is to fetch, under a lease.
///
/// @param attempt 1 for the first; part of the lease, so that whoever was given up cannot end it
record DueMedia(
        CommunityId community,
        String id,
        MediaKind kind,
        Address sender,
        String media,
        @Nullable String url,
        @Nullable Address tell,
        Instant receivedAt,
        int attempt) {

    @Override
    public String toString() {
        return "DueMedia[" + community + ", " + id + ", attempt " + attempt + "]";
    }
}
