package org.linli.notices.sending;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What is true of one recipient of a notice. Stored by name; exactly one at a time.
public enum Fate {
    /// A letter is to be written at its time: after quiet hours, tomorrow, or because the group's did not arrive.
    WAITING,
    /// A letter is in the outbox.
    POSTED,
    /// It waits until the person opens a way.
    HELD,
    /// The platform took it.
    ACCEPTED,
    DELIVERED,
    SEEN,
    /// The person said so, or somebody of the household.
    CONFIRMED,
    /// Told by a letter to a group that they are in.
    IN_GROUP,
    /// It may have arrived.
    UNKNOWN,
    /// No way took it.
    FAILED,
    /// We know no address of theirs.
    NO_ADDRESS,
    /// They left us, or shut us out, everywhere.
    LOST,
    /// No way carries such a letter to where they are.
    NO_WAY,
    /// They asked not to get such notices.
    UNWANTED,
    /// It would have come when it was over.
    TOO_LATE,
    /// Taken back before it left.
    TAKEN_BACK,
    /// Told at the door.
    VISITED;

    /// Those of whom we hope that they know; the others have to be visited.
    private static final Set<Fate> TOLD = EnumSet.of(ACCEPTED, DELIVERED, SEEN, CONFIRMED, IN_GROUP, VISITED);
    private static final Set<Fate> NOT_TOLD = EnumSet.of(FAILED, NO_ADDRESS, LOST, NO_WAY, HELD, UNKNOWN);
    private static final Set<Fate> ALIVE = EnumSet.of(DELIVERED, SEEN, CONFIRMED, VISITED);
    private static final Set<Fate> UNREAD = EnumSet.of(ACCEPTED, DELIVERED, UNKNOWN);

    public boolean isTold() {
        return TOLD.contains(this);
    }

    /// Somebody has to go there.
    public boolean isMissed() {
        return NOT_TOLD.contains(this);
    }

    /// Whether a second way would tell them nothing new.
    boolean isSignOfLife() {
        return ALIVE.contains(this);
    }

    /// A letter of their own arrived, or may have, and nobody has shown that they read it.
    public boolean isUnread() {
        return UNREAD.contains(this);
    }

    /// As they are stored.
    static String[] unread() {
        return UNREAD.stream().map(Fate::name).toArray(String[]::new);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
