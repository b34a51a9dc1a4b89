package org.linli.ledgers;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskFilter;
import org.linli.platform.database.CommunityId;

/// A ledger that somebody asked for.
///
/// @param filter what a list is narrowed to
/// @param month  of a report; `null` for a list
/// @param rows   how many are written by now
/// @param why    it failed; `null` for what did not
public record Order(
        CommunityId community,
        String id,
        Kind kind,
        String askedBy,
        Instant askedAt,
        DeskFilter filter,
        @Nullable YearMonth month,
        int rows,
        State state,
        @Nullable Why why) {

    /// Stored by name in lower case; also the name of the form.
    public enum Kind {
        CASES,
        MONTH
    }

    public enum State {
        WAITING,
        DONE,
        FAILED
    }

    /// Stored by name.
    public enum Why {
        /// Each time, making it came to an error.
        BROKEN,
        /// Each time, the program ended or the time did before it was made.
        UNFINISHED
    }
}
