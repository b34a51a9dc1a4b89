package org.linli.polls.works;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What has to be done of a project by when (节点).
///
/// @param number within the proposal
/// @param doneOn   `null` until it is
/// @param calledOn when somebody was told last that it is late; `null`: nobody yet
public record Milestone(
        int proposal,
        int number,
        String title,
        LocalDate dueOn,
        @Nullable LocalDate doneOn,
        @Nullable LocalDate calledOn) {

    /// Days between two calls.
    static final int CALLED_EVERY = 3;

    public boolean isLate(LocalDate today) {
        return doneOn == null && dueOn.isBefore(today);
    }

    /// Whether it is late and nobody was told as one should have been.
    public boolean isUncalled(LocalDate today) {
        return isLate(today) && (calledOn == null || calledOn.isBefore(today.minusDays(CALLED_EVERY)));
    }
}
