package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who takes care, until when.
///
/// @param unit     the id of the unit responsible
/// @param assignee the id of the staff member who accepted it; `null` before
/// @param dueAt    what was promised
/// @param waitingSince since when the resident has to say something; `null` where nobody waits for that
/// @param passed   how often units have handed it on or back
/// @param priority how pressing it is
public record Care(
        String unit,
        @Nullable String assignee,
        Instant dueAt,
        @Nullable Instant waitingSince,
        int passed,
        Priority priority) {

    /// So often may units hand a case on; then the community decides.
    static final int MOST_PASSED = 2;

    public Care(String unit, @Nullable String assignee, Instant dueAt) {
        this(unit, assignee, dueAt, null, 0, Priority.ORDINARY);
    }

    Care acceptedBy(String member) {
        return new Care(unit, member, dueAt, waitingSince, passed, priority);
    }

    /// Nobody there has accepted it yet.
    Care lyingWith(String other) {
        return new Care(other, null, dueAt, waitingSince, passed, priority);
    }

    Care due(Instant at) {
        return new Care(unit, assignee, at, waitingSince, passed, priority);
    }

    Care waiting(@Nullable Instant since) {
        return new Care(unit, assignee, dueAt, since, passed, priority);
    }

    Care passedOnce() {
        return new Care(unit, assignee, dueAt, waitingSince, passed + 1, priority);
    }

    Care pressing(Priority other) {
        return new Care(unit, assignee, dueAt, waitingSince, passed, other);
    }
}
