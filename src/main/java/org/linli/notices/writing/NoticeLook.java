package org.linli.notices.writing;

import java.util.List;
import org.linli.notices.Notice;
import org.linli.notices.audience.Reading;

/// A notice as it stands, before anybody is told.
///
/// @param whom   how its audience is read
/// @param people how many that are
/// @param faults what keeps it from leaving; empty: nothing
public record NoticeLook(Notice notice, Reading whom, long people, Approval approval, List<Fault> faults) {

    public NoticeLook {
        faults = List.copyOf(faults);
    }
}
