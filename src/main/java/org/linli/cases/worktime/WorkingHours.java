package org.linli.cases.worktime;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/// When a community works on each day of the week; several stretches a day, in order, not touching each other.
public record WorkingHours(Map<DayOfWeek, List<Stretch>> week) {

    /// @param from  the first moment of it
    /// @param until the first moment after it
    public record Stretch(LocalTime from, LocalTime until) {}

    public WorkingHours {
        week = Map.copyOf(week);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("no working hours in the whole week");
        }
    }

    List<Stretch> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }
}
