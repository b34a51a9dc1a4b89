package org.linli.hotline;

import org.jspecify.annotations.Nullable;

/// What is wrong with a file or a call, and where. Nothing of it was taken.
///
/// @param row   from 1, as spreadsheets count; 0 where there are no rows
/// @param where the head of the column, or the field of a call; may be empty
public record Fault(int row, String where, Why why) {

    /// What is missing from a file in which no head was ever said to be it; `null` otherwise.
    public @Nullable Field field() {
        return why == Why.NO_COLUMN
                ? Field.needed().stream()
                        .filter(it -> it.json().equals(where))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /// The keys of its words end in it.
    public enum Why {
        /// No .xlsx file, or no JSON.
        UNREADABLE,
        /// Nothing in it.
        EMPTY,
        /// More rows than are taken at once.
        TOO_MANY,
        /// A column is not in the file.
        NO_COLUMN,
        MISSING,
        TOO_LONG,
        /// Not understood as a time.
        NO_TIME,
        NO_PHONE,
        /// The same number twice, with different words.
        TWICE
    }
}
