package org.linli.cases.asking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What became of asking somebody how a case was done. Signals `Conflict` when another replica has settled it.
///
/// @param by      the letter that asks by another way; `null` where it is over
/// @param outcome `null` while another way is tried
record VerdictSettled(
        FindVerdicts.Pending pending,
        @Nullable By by,
        @Nullable Outcome outcome,
        Instant at) implements Effect {

    /// @param letter its key
    /// @param told   where it goes
    record By(String letter, String told) {}

    enum Outcome {
        ASKED,
        NOT_ASKED
    }

    @Override
    public CommunityId community() {
        return pending.community();
    }
}
