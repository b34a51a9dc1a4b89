package org.linli.cases.staffing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody is away.
///
/// @param until      the last day
/// @param substitute who is told instead; `null`: nobody
public record Absence(
        String id,
        String staff,
        LocalDate from,
        LocalDate until,
        @Nullable String substitute) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
