package org.linli.notices.writing;

import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.notices.Importance;
import org.linli.notices.Notice;

/// Who may let a notice go: pure. Four eyes for whatever goes to nearly everybody, for what is important unless an
/// administrator writes it, and for what a grid worker writes; an emergency in one building waits for nobody.
///
/// @param hand      the person who wrote it: by themselves, or by a key that is theirs
/// @param nearlyAll so many that a second person has to look, however the line is written
public record Approval(Notice notice, String hand, boolean nearlyAll) {

    private static final int PERCENT = 80;

    /// @param everybody how many the community has
    static Approval of(Notice notice, String hand, long people, long everybody) {
        return new Approval(notice, hand, people > 0 && people * 100 >= everybody * PERCENT);
    }

    /// Whether this member may send it without anybody else.
    public boolean mayAlone(StaffMember member) {
        return !nearlyAll
                && switch (member.role()) {
                    case ADMIN -> true;
                    case COMMUNITY_WORKER -> notice.wording().importance() != Importance.IMPORTANT;
                    case GRID_WORKER, UNIT_WORKER -> false;
                };
    }

    /// Whether this person may approve what waits.
    public boolean mayApprove(StaffMember member) {
        return mayApprove(member, member.id());
    }

    /// Whether this member, or this program, may approve what waits.
    ///
    /// @param by the person behind it
    boolean mayApprove(StaffMember member, String by) {
        return mayAlone(member) || member.seesEverything() && !by.equals(hand);
    }

    /// Whether this member may write at all.
    public static boolean mayWrite(StaffMember member) {
        return member.role() != Role.UNIT_WORKER;
    }
}
