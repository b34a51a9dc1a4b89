package org.linli.notices.writing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Period;
import org.linli.notices.Repeat;
import org.linli.notices.Wording;

/// What staff wrote, before it is a notice.
///
/// @param period `null` while it is not said
/// @param sendAt `null`: as soon as it may
/// @param repeat `null`: once
public record Draft(
        Wording wording,
        String audience,
        @Nullable Period period,
        @Nullable Instant sendAt,
        @Nullable Repeat repeat) {

    /// Said once.
    public Draft(Wording wording, String audience, @Nullable Period period, @Nullable Instant sendAt) {
        this(wording, audience, period, sendAt, null);
    }

    @Override
    public String toString() {
        return "Draft[]";
    }
}
