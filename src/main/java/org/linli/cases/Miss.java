package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A time that was promised and not kept: who had the case, and how far it was. Written once, never changed.
///
/// @param clock    which time
/// @param unit     that had the case
/// @param assignee who had accepted it; `null` where nobody had
/// @param state    how far it was, which is why
/// @param told     the unit above that was told; empty where there is none
public record Miss(
        CommunityId community,
        String number,
        String clock,
        Instant dueAt,
        String unit,
        @Nullable String assignee,
        State state,
        String told,
        Instant at)
        implements Effect {}
