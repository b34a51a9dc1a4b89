package org.linli.platform.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/// Days and times as forms and programs write them, of the years 1 to 9999: those beyond are no times of people, a day
/// more than the last of them is no time at all, and PostgreSQL keeps few of them.
///
/// Each signals [DateTimeParseException] for everything else.
public final class SaidTime {

    private static final int LAST_YEAR = 9_999;

    private SaidTime() {}

    /// Like `2026-03-02`.
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        require(day.getYear(), text);
        return day;
    }

    /// Like `2026-03`.
    public static YearMonth month(String text) {
        var month = YearMonth.parse(text);
        require(month.getYear(), text);
        return month;
    }

    /// Like `2026-03-02T09:30`, wherever that is.
    public static LocalDateTime local(String text) {
        var time = LocalDateTime.parse(text);
        require(time.getYear(), text);
        return time;
    }

    /// Like `2026-03-02T09:30:00+08:00`.
    public static Instant instant(String text) {
        var time = OffsetDateTime.parse(text);
        require(time.getYear(), text);
        return time.toInstant();
    }

    private static void require(int year, String text) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeParseException("a year from 1 to 9999", text, 0);
        }
    }
}
