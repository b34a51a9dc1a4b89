package org.linli.cases.behalf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.cases.Way;
import org.linli.community.Place;

/// What staff enters for somebody, complete and checked.
///
/// @param occasion of the form: handed in twice, it is one entry
/// @param label    like `report.noise`
/// @param place    `null` where none was named
/// @param detail   what was said below that place; may be empty
/// @param dueBy    set by whoever is above; `null` otherwise
public record Entry(
        String occasion,
        Way way,
        Caller caller,
        String label,
        @Nullable Place place,
        String detail,
        String words,
        @Nullable Instant dueBy) {

    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);

    /// When it is due by that day: at the end of work.
    public static Instant due(LocalDate day) {
        return day.atTime(END_OF_WORK).atZone(SpokenTime.ZONE).toInstant();
    }

    @Override
    public String toString() {
        return "Entry[" + way + ", " + label + "]";
    }
}
