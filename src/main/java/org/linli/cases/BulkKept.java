package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Something was done to many cases at once, of which this is one: how it stood before is kept, and the letters wait,
/// until it cannot be undone any more.
///
/// @param bulk   names what was done to all of them
/// @param before as it was read
/// @param seen   the version that is left behind: [CaseFile#seen]
record BulkKept(String bulk, Case before, long seen, String staff, Instant at, List<Letter> letters) implements Effect {
    BulkKept {
        letters = List.copyOf(letters);
    }

    @Override
    public CommunityId community() {
        return before.community();
    }
}
