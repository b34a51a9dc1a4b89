package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What became of the promise that stood in a case, and the one that stands there now.
///
/// @param step   what happened, by whom
/// @param before what the promise that stood came to; nothing happens where none stood
/// @param dueAt  of the new one; `null` where none is made
record PromiseSettled(Step step, Outcome before, @Nullable Instant dueAt) implements Effect {

    enum Outcome {
        KEPT,
        BROKEN,
        /// Replaced before it was over.
        MOVED
    }

    @Override
    public CommunityId community() {
        return step.community();
    }
}
