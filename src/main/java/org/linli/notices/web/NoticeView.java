package org.linli.notices.web;

import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.sending.Moments;

/// A notice as a page shows it.
///
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
        String writer,
        String writtenAt,
        String approver,
        boolean correction) {

    static NoticeView of(Notice it, CommunityMap map) {
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
                name(it.writer(), map),
                SpokenMoment.of(it.writtenAt()),
                it.approver() == null ? "" : name(it.approver(), map),
                it.corrects() != null);
    }

    private static String name(String staff, CommunityMap map) {
        return map.staffMember(staff).map(StaffMember::name).orElse(staff);
    }
}
