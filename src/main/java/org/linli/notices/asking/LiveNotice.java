package org.linli.notices.asking;

import java.time.Instant;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.community.choosing.Chosen;
import org.linli.community.choosing.Whom;
import org.linli.notices.Notice;

/// A notice that holds now, and whom it is for.
///
/// @param whom places alone, as on the board
public record LiveNotice(Notice notice, Whom whom, CommunityMap map) {

    public boolean concerns(Resident resident) {
        return Chosen.knownBy(resident).isAmong(whom, map);
    }

    /// When it begins; where that was not said, when it was written.
    Instant begins() {
        var period = notice.period();
        return period == null ? notice.writtenAt() : period.from();
    }

    boolean isOver(Instant now) {
        var period = notice.period();
        return period != null && period.isOver(now);
    }

    boolean leftAfter(Instant moment) {
        var at = notice.sendAt();
        return at != null && at.isAfter(moment);
    }
}
