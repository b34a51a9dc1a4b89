package org.linli.rights.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.rights.Erasures;

/// One line of the list of erasures.
///
/// @param by    who acted; empty: the person
/// @param state `done`, `waits` or `due`
record ErasureLine(String at, String by, String reason, String state, String doneAt) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    static ErasureLine of(Erasures.Line it, CommunityMap map) {
        var done = it.doneAt();
        return new ErasureLine(
                TIME.format(it.at()),
                map.staffMember(it.by()).map(StaffMember::name).orElse(it.by()),
                it.reason(),
                it.state(),
                done == null ? "" : TIME.format(done));
    }
}
