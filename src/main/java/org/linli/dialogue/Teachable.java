package org.linli.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// A message from which the service may learn, once a person has said what it meant.
///
/// Its words are as they were said; whoever writes it down masks them first, and writes nothing of people who do not
/// want it.
///
/// @param key        names the occasion for ever
/// @param by         who said it
/// @param inGroup    whether it was said among neighbours rather than to the service
/// @param guess      the label that it was taken for
/// @param confidence of that guess, between 0 and 1; 1 where nothing is known of it
/// @param right      the label that staff gave it elsewhere; `null` where nobody has
public record Teachable(
        CommunityId community,
        String key,
        Address by,
        String words,
        boolean inGroup,
        String guess,
        double confidence,
        @Nullable String right,
        Cause cause,
        Instant at)
        implements Effect {

    /// Stored by name, so a cause is never renamed.
    public enum Cause {
        /// We said that we did not understand.
        NOT_UNDERSTOOD,
        /// We acted on it and were not sure.
        UNSURE,
        /// In a group: nearly sure enough to speak.
        NEARLY_HEARD,
        /// Staff gave its case another label.
        RELABELLED,
        /// Staff says that we should have heard it.
        MISSED,
        /// A resident says that it was no report.
        INTERRUPTED,
        /// Staff has brought it from elsewhere.
        PASTED
    }

    @Override
    public String toString() {
        return "Teachable[" + key + ", " + cause + "]";
    }
}
