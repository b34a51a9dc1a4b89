package org.linli.ledger;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.linli.channels.Allowance.Period;

/// The day, the week or the month that a moment lies in, by the clock of the platforms.
///
/// @param ends the first moment that is no longer in it
record Calendar(String name, Instant ends) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    static Calendar of(Period period, Instant now) {
        LocalDate today = now.atZone(CHINA).toLocalDate();
        return switch (period) {
            case DAY -> new Calendar(today.toString(), begins(today.plusDays(1)));
            case WEEK -> week(today.with(previousOrSame(MONDAY)));
            case MONTH ->
                new Calendar(
                        YearMonth.from(today).toString(),
                        begins(YearMonth.from(today).plusMonths(1).atDay(1)));
        };
    }

    private static Calendar week(LocalDate monday) {
        return new Calendar("week of " + monday, begins(monday.plusWeeks(1)));
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
