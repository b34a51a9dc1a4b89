package org.linli.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// That a notice is said again and again, each time at the hour of the first.
///
/// @param until the last day on which it may be
public record Repeat(Every every, LocalDate until) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// Stored by name.
    public enum Every {
        WEEK,
        MONTH;

        ZonedDateTime after(ZonedDateTime first, int times) {
            return switch (this) {
                case WEEK -> first.plusWeeks(times);
                // what began on the 31st comes on the last day of shorter months, and on the 31st again
                case MONTH -> first.plusMonths(times);
            };
        }
    }

    /// When it is said for that time after the first; empty once its last day is over.
    ///
    /// @param times from 1
    public Optional<Instant> at(Instant first, int times) {
        var next = every.after(first.atZone(ZONE), times);
        return next.toLocalDate().isAfter(until) ? Optional.empty() : Optional.of(next.toInstant());
    }
}
