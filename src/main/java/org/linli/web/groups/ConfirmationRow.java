package org.linli.web.groups;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.linli.channels.Confirmations.Awaited;
import org.linli.community.CommunityMap;
import org.linli.community.Group;

/// One thing that waits for somebody, as the page shows it.
///
/// @param group  as we call it, else as the platform does
/// @param person who has to confirm it: their id at the platform, as members of the corporation know it
record ConfirmationRow(String task, String group, String person, String since, int reminders) {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static ConfirmationRow of(Awaited awaited, CommunityMap map) {
        return new ConfirmationRow(
                awaited.task(),
                map.group(awaited.group()).map(Group::name).orElse(awaited.groupName()),
                awaited.person(),
                FORM.format(awaited.since()),
                awaited.reminders());
    }
}
