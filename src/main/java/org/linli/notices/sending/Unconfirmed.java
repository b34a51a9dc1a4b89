package org.linli.notices.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.linli.channels.Confirmations.Awaited;

/// Groups whose owners have yet to confirm at the platform what we sent there (群发任务): nobody has read it before. Pure.
///
/// @param since by the group's name among recipients
public record Unconfirmed(Map<String, Instant> since) {

    /// Nobody has reminded the owner because of this notice.
    static final String ASKED = "OWNER";

    static final String REMINDED = "OWNER_REMINDED";
    static final String LATE = "OWNER_LATE";

    /// After so long the members are written to one by one.
    private static final Duration PATIENCE = Duration.ofHours(12);

    public Unconfirmed {
        since = Map.copyOf(since);
    }

    /// What is true of a group, its letter being read so.
    ReadFate of(Recipient group, ReadFate letter, Instant now) {
        var asked = since.get(group.who());
        if (asked == null || letter.fate() != Fate.ACCEPTED) {
            return letter;
        }
        boolean late = group.reason().equals(LATE) || asked.plus(PATIENCE).isBefore(now);
        return new ReadFate(Fate.POSTED, late ? LATE : group.reason().equals(REMINDED) ? REMINDED : ASKED);
    }

    /// Whether a notice reminds the owner: once. Who was reminded already, by whomever, is left to the channel.
    static boolean isToBeReminded(Awaited owner) {
        return owner.reminders() == 0;
    }

    /// Whether its members are not to wait for it any longer.
    static boolean isGivenUp(Recipient group, ReadFate next) {
        boolean late = next.reason().equals(LATE) && !group.reason().equals(LATE);
        return group.isGroup() && (next.fate() == Fate.FAILED || late);
    }
}
