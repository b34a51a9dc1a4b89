package org.linli.cases;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What was done to one of many cases is undone, or stands from now on. Signals `Conflict` when that was settled
/// already.
record BulkSettled(CommunityId community, String bulk, String number, Outcome outcome) implements Effect {

    enum Outcome {
        UNDONE,
        STANDS
    }
}
