package org.linli.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// A clock that runs for a case: by when something has to have happened, and what happens otherwise.
///
/// @param name   of a clock of the case's workflow, or [#PROMISE]
/// @param stage  what happens next
/// @param height how many units above have heard that it was missed
/// @param nextAt when it happens; `null` when nothing happens any more
public record Deadline(
        CommunityId community,
        String number,
        String name,
        Instant dueAt,
        Stage stage,
        int height,
        @Nullable Instant nextAt) {

    /// What somebody wrote to a resident: a clock of its own.
    public static final String PROMISE = "promise";

    public enum Stage {
        /// Those who have the case are reminded.
        WARN,
        /// It was missed: written down, and the next unit up is told.
        MISS,
        /// The one above that is told.
        HIGHER,
        /// Everybody has been told.
        OVER
    }

    Deadline next(Stage next, int height, @Nullable Instant at) {
        return new Deadline(community, number, name, dueAt, next, height, at);
    }
}
