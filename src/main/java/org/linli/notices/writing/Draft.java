package org.linli.notices.writing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Period;
import org.linli.notices.Wording;

/// What staff wrote, before it is a notice.
///
/// @param period `null` while it is not said
/// @param sendAt `null`: as soon as it may
public record Draft(
        Wording wording,
        String audience,
        @Nullable Period period,
        @Nullable Instant sendAt) {

    @Override
    public String toString() {
        return "Draft[]";
    }
}
