package org.linli.cases.callbacks;

import java.time.Instant;
import java.time.YearMonth;
import org.linli.cases.Who;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Somebody was called. Signals `Conflict` when a colleague has reached them already.
record CalledBack(
        CommunityId community, YearMonth month, String number, CallBack.Result result, String words, Who by, Instant at)
        implements Effect {

    @Override
    public String toString() {
        return "CalledBack[" + number + ", " + result + "]";
    }
}
