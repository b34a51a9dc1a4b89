package org.linli.cases.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.cases.worktime.WorkingHours.Stretch;

/// Arithmetic of the time in which a community works: pure.
///
/// Adding is monotone and additive, and ends in working hours; what was added is what lies [#between].
public record WorkCalendar(WorkingHours hours, Holidays holidays) {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    /// Nobody promises more than eleven years; hours in which nothing is ever done must not be searched for ever.
    private static final int MOST_DAYS = 4_000;

    /// The same offset all year round since 1991.
    public static ZoneId zone() {
        return CHINA;
    }

    /// By when something has to be done that begins now and may take so long.
    ///
    /// The day it begins is not counted in working days; the last of them ends with its working hours.
    public Instant after(Instant from, Span span) {
        if (!span.working()) {
            return from.plus(span.asCalendar());
        }
        return span.days() > 0 ? endOfWorkingDay(from, span.days()) : plus(from, span.time());
    }

    /// When so much working time has passed; at once where none has to. Where eleven years do not suffice, calendar
    /// time.
    public Instant plus(Instant from, Duration work) {
        var left = work;
        var day = dateOf(from);
        for (int i = 0; i < MOST_DAYS && left.isPositive(); i++, day = day.plusDays(1)) {
            for (Stretch stretch : on(day)) {
                var begin = later(from, at(day, stretch.from()));
                var length = Duration.between(begin, at(day, stretch.until()));
                if (length.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = length.isPositive() ? left.minus(length) : left;
            }
        }
        return left.isPositive() ? from.plus(work) : from;
    }

    /// How much working time lies between; zero where the first is not earlier.
    public Duration between(Instant from, Instant until) {
        var sum = Duration.ZERO;
        for (var day = dateOf(from); !day.isAfter(dateOf(until)); day = day.plusDays(1)) {
            for (Stretch stretch : on(day)) {
                var begin = later(from, at(day, stretch.from()));
                var end = earlier(until, at(day, stretch.until()));
                sum = end.isAfter(begin) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    public boolean isOpen(Instant at) {
        return on(dateOf(at)).stream()
                .anyMatch(it -> !at.isBefore(at(dateOf(at), it.from())) && at.isBefore(at(dateOf(at), it.until())));
    }

    /// The stretches in which that day is worked; none on a day off.
    public List<Stretch> on(LocalDate day) {
        if (holidays.off().contains(day)) {
            return List.of();
        }
        return hours.on(holidays.worked().contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek());
    }

    private Instant endOfWorkingDay(Instant from, int days) {
        var day = dateOf(from);
        int left = days;
        for (int i = 0; i < MOST_DAYS && left > 0; i++) {
            day = day.plusDays(1);
            left -= on(day).isEmpty() ? 0 : 1;
        }
        return left > 0
                ? from.plus(Duration.ofDays(days))
                : at(day, on(day).getLast().until());
    }

    private static LocalDate dateOf(Instant at) {
        return at.atOffset(CHINA).toLocalDate();
    }

    private static Instant at(LocalDate day, java.time.LocalTime time) {
        return day.atTime(time).toInstant(CHINA);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
