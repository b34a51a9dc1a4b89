package org.linli.notices.joining;

import java.time.Instant;
import org.linli.notices.Invitation;
import org.linli.notices.Notice;

/// An activity to which people sign up.
///
/// @param invites as it is now: there may be more places than the notice said
/// @param number  by which staff names it
/// @param version rises with every change of who comes
public record Activity(Notice notice, Invitation invites, int number, long version) {

    /// The same for so many.
    public Activity of(int places) {
        return new Activity(notice, invites.of(places), number, version);
    }

    /// Whether one may sign up, or take it back.
    public boolean isOpen(Instant now) {
        var period = notice.period();
        return notice.state() == Notice.State.APPROVED && (period == null || !period.isOver(now));
    }

    @Override
    public String toString() {
        return "Activity[" + number + "]";
    }
}
