package org.linli.polls.works;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What has to be done of a project by when (节点).
///
/// @param number within the proposal
/// @param doneOn `null` until it is
public record Milestone(
        int proposal,
        int number,
        String title,
        LocalDate dueOn,
        @Nullable LocalDate doneOn) {

    public boolean isLate(LocalDate today) {
        return doneOn == null && dueOn.isBefore(today);
    }
}
