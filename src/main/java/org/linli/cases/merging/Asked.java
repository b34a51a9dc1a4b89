package org.linli.cases.merging;

import org.linli.cases.Sight;
import org.linli.cases.Who;

/// Who wants something of a case, as they see it.
///
/// @param number   of the case whose page they look at
/// @param version  as it was shown to them: [org.linli.cases.CaseFile#seen]
/// @param occasion names this wish for ever, so that a second click tells nobody twice
public record Asked(Sight sight, Who who, String number, long version, String reason, String occasion) {

    @Override
    public String toString() {
        return "Asked[" + number + "]";
    }
}
