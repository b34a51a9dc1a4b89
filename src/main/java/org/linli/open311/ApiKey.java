package org.linli.open311;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// Who calls. The key itself is not in here.
///
/// @param name      of the program, as staff named it
/// @param revokedAt `null` while it is valid
public record ApiKey(
        CommunityId community,
        String id,
        String name,
        String madeBy,
        Instant madeAt,
        @Nullable Instant revokedAt) {}
