package org.linli.notices.web;

import java.time.Instant;
import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.sending.Moments;

/// A notice as a page shows it.
///
/// @param standing where it stands, as people call it: the end of a key of words
/// @param period empty while nobody has said it
/// @param every  how often it is said again, by name; empty: once
/// @param sendAt when it leaves or left; empty: as soon as it may
public record NoticeView(
        String id,
        String kind,
        String importance,
        String title,
        List<String> lines,
        String audience,
        Moments period,
        String sendAt,
        String every,
        String repeatUntil,
        String state,
        String standing,
        String writer,
        String writtenAt,
        String approver,
        boolean correction) {

    /// For those whom it is for: to them it is out.
    static NoticeView of(Notice it, CommunityMap map) {
        return of(it, map, Instant.MAX);
    }

    /// For staff.
    static NoticeView of(Notice it, CommunityMap map, Instant now) {
        return new NoticeView(
                it.id(),
                it.wording().kind().word(),
                it.wording().importance().word(),
                it.wording().title(),
                it.wording().text().lines().toList(),
                it.audience(),
                Moments.of(it.period()),
                it.sendAt() == null ? "" : SpokenMoment.of(it.sendAt()),
                it.repeat() == null ? "" : it.repeat().every().name(),
                it.repeat() == null ? "" : it.repeat().until().toString(),
                it.state().name(),
                standing(it, now),
                name(it.writer(), map),
                SpokenMoment.of(it.writtenAt()),
                it.approver() == null ? "" : name(it.approver(), map),
                it.corrects() != null);
    }

    /// What was approved is out from its time on; a draft that nobody let go was not stopped, but put away.
    static String standing(Notice it, Instant now) {
        if (it.isPutAway()) {
            return "PUT_AWAY";
        }
        boolean left = it.state() == Notice.State.APPROVED
                && it.sendAt() != null
                && !it.sendAt().isAfter(now);
        return left ? "SENT" : it.state().name();
    }

    private static String name(String staff, CommunityMap map) {
        return map.staffMember(staff).map(StaffMember::name).orElse(staff);
    }
}
