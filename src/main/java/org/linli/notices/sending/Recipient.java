package org.linli.notices.sending;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// One person or group whom a notice is for.
///
/// @param who      a resident's id, or `group:` and a group's code
/// @param home     the place's id; empty where nobody knows
/// @param building likewise
/// @param address  where the next letter goes; `null` where none can
/// @param others   where those after it may
/// @param letters  how many were written
/// @param reason   in a word of the outbox's, or empty
/// @param via      the group whose letter is enough for them; empty: none
/// @param dueAt    when something has to be done; `null`: nothing
public record Recipient(
        String who,
        String home,
        String building,
        @Nullable Address address,
        List<Address> others,
        int letters,
        Fate fate,
        String reason,
        String via,
        @Nullable Instant dueAt) {

    private static final String GROUP = "group:";

    public Recipient {
        others = List.copyOf(others);
    }

    /// The name of a group among recipients.
    static String group(String code) {
        return GROUP + code;
    }

    /// The same, told by one more letter, and by another address the next time.
    Recipient posted(@Nullable Instant again) {
        return new Recipient(
                who,
                home,
                building,
                others.isEmpty() ? null : others.getFirst(),
                others.isEmpty() ? others : others.subList(1, others.size()),
                letters + 1,
                Fate.POSTED,
                "",
                via,
                others.isEmpty() ? null : again);
    }

    /// The same, otherwise; nothing more is to be done where nothing more could help.
    Recipient now(Fate other, String why) {
        return new Recipient(
                who, home, building, address, others, letters, other, why, via, other.isSignOfLife() ? null : dueAt);
    }

    /// The same with nothing to be done any more.
    Recipient done(Fate other) {
        return new Recipient(who, home, building, address, others, letters, other, reason, via, null);
    }

    boolean isGroup() {
        return who.startsWith(GROUP);
    }

    @Override
    public String toString() {
        return "Recipient[" + who + ", " + fate + "]";
    }
}
