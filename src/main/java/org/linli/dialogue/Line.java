package org.linli.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a talk as staff sees it.
///
/// @param by    the staff member's name, or empty for the resident
/// @param words empty where something was sent instead
/// @param media the id of what was sent instead of words; `null` without
public record Line(
        Instant at, String by, String words, @Nullable String media) {

    public Line(Instant at, String by, String words) {
        this(at, by, words, null);
    }

    @Override
    public String toString() {
        return "Line[" + at + "]";
    }
}
