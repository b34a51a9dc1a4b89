package org.linli.cases.callbacks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One case that somebody is called back about.
///
/// @param result `null` before somebody called
/// @param words  what was said; may be empty
/// @param by     the name of whoever called; empty before
public record CallBack(
        String number,
        @Nullable Result result,
        String words,
        String by,
        @Nullable Instant at) {

    /// Stored by name, so a result is never renamed.
    public enum Result {
        SATISFIED,
        /// It is not done, or not well: the case opens again.
        NOT_SATISFIED,
        /// Nobody answered; may be tried again.
        NOT_REACHED
    }

    /// Whether somebody should still call.
    public boolean isDue() {
        return result == null || result == Result.NOT_REACHED;
    }

    @Override
    public String toString() {
        return "CallBack[" + number + ", " + result + "]";
    }
}
