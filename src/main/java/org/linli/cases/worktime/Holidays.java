package org.linli.cases.worktime;

import java.time.LocalDate;
import java.util.Set;

/// What the State Council's yearly notice says (国务院办公厅关于部分节假日安排的通知).
///
/// @param off    free, whatever day of the week it is
/// @param worked days of the weekend that are worked, like a Monday
/// @param years  of which the notice is known; in others only weekends are free
public record Holidays(Set<LocalDate> off, Set<LocalDate> worked, Set<Integer> years) {

    public static final Holidays NONE = new Holidays(Set.of(), Set.of(), Set.of());

    public Holidays {
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
        years = Set.copyOf(years);
    }
}
