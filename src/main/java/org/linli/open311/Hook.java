package org.linli.open311;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// An address that is called when something happens to a request.
///
/// @param failingSince when calls began to fail; `null` while they arrive
/// @param stoppedAt    when it was given up; `null` while it is called
/// @param stoppedWhy   an outcome of calls, or `staff`
public record Hook(
        CommunityId community,
        String id,
        URI url,
        String madeBy,
        Instant madeAt,
        @Nullable Instant failingSince,
        @Nullable Instant stoppedAt,
        @Nullable String stoppedWhy,
        long waiting) {}
