package org.linli.notices.writing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Invitation;
import org.linli.notices.Period;
import org.linli.notices.Repeat;
import org.linli.notices.Wording;

/// What staff wrote, before it is a notice.
///
/// @param period `null` while it is not said
/// @param sendAt `null`: as soon as it may
/// @param repeat `null`: once
/// @param invites `null`: one need not sign up
public record Draft(
        Wording wording,
        String audience,
        @Nullable Period period,
        @Nullable Instant sendAt,
        @Nullable Repeat repeat,
        @Nullable Invitation invites) {

    /// To which nobody need sign up.
    public Draft(
            Wording wording,
            String audience,
            @Nullable Period period,
            @Nullable Instant sendAt,
            @Nullable Repeat repeat) {
        this(wording, audience, period, sendAt, repeat, null);
    }

    /// Said once.
    public Draft(Wording wording, String audience, @Nullable Period period, @Nullable Instant sendAt) {
        this(wording, audience, period, sendAt, null, null);
    }

    @Override
    public String toString() {
        return "Draft[]";
    }
}
