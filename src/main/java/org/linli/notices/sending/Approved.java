package org.linli.notices.sending;

import org.linli.notices.Importance;
import org.linli.notices.Notice;

/// What was approved, held against what would be sent: pure.
///
/// @param people how many it was for; less than 0: nobody counted
/// @param print  of what it said
public record Approved(long people, String print) {

    private static final long FEW = 5;

    /// Whether it may leave by that. For some more people it may, because people move in: up to a tenth, or five. An
    /// emergency waits for nobody.
    boolean covers(Notice notice, long now) {
        return !binds(notice) || print.equals(notice.seal()) && !hasGrown(people, now);
    }

    /// Whether there is anything to hold it against.
    boolean binds(Notice notice) {
        return people >= 0 && notice.wording().importance() != Importance.EMERGENCY;
    }

    /// Whether so many more would be told that somebody has to look again.
    public static boolean hasGrown(long people, long now) {
        return now > people + Math.max(FEW, people / 10);
    }
}
