package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who takes care, until when.
///
/// @param unit     the id of the unit responsible
/// @param assignee the id of the staff member who accepted it; `null` before
/// @param dueAt    what was promised
/// @param waitingSince since when the resident has to say something; `null` where nobody waits for that
public record Care(
        String unit,
        @Nullable String assignee,
        Instant dueAt,
        @Nullable Instant waitingSince) {

    public Care(String unit, @Nullable String assignee, Instant dueAt) {
        this(unit, assignee, dueAt, null);
    }
}
