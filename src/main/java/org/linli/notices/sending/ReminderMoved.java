package org.linli.notices.sending;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody was reminded, will be later, or need not be. Where somebody else was first, theirs stays.
///
/// @param before  what the decision was made on
/// @param written whether a letter is
/// @param again   when to think of it once more; `null`: no more
record ReminderMoved(
        CommunityId community,
        String notice,
        Recipient before,
        boolean written,
        @Nullable Instant again) implements Effect {}
