package org.linli.open311;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A client's call was acted on. Signals `Conflict` where the same call was taken meanwhile: then its case is there.
///
/// @param client      the id of its key
/// @param fingerprint of the call, the same when it is repeated
/// @param number      of the case
/// @param description masked
record Taken(
        CommunityId community,
        String client,
        String fingerprint,
        Kind kind,
        String number,
        String description,
        Instant at)
        implements Effect {

    enum Kind {
        REQUEST,
        UPDATE
    }

    @Override
    public Object contested() {
        return community + "/" + client + "/" + fingerprint;
    }

    @Override
    public String toString() {
        return "Taken[" + kind + ", " + number + "]";
    }
}
