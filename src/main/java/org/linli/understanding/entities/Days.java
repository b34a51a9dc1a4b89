package org.linli.understanding.entities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// From the words of a day to the day. Each signals `DateTimeException` where there is no such day, like 2月30号.
final class Days {

    private static final Map<String, Integer> RELATIVE =
            Map.of("大前", -3, "前", -2, "昨", -1, "今", 0, "明", 1, "后", 2, "大后", 3);

    private Days() {}

    static LocalDate full(MatchResult said, LocalDate today, boolean past) {
        return LocalDate.of(
                Numerals.number(said.group(1)), Numerals.number(said.group(2)), Numerals.number(said.group(3)));
    }

    static LocalDate ofYear(MatchResult said, LocalDate today, boolean past) {
        return LocalDate.of(year(said.group(1), today), Numerals.number(said.group(2)), Numerals.number(said.group(3)));
    }

    static LocalDate monthOfYear(MatchResult said, LocalDate today, boolean past) {
        var first = LocalDate.of(year(said.group(1), today), Numerals.number(said.group(2)), 1);
        return part(first, Objects.requireNonNullElse(said.group(3), "初"));
    }

    private static int year(String said, LocalDate today) {
        return switch (said) {
            case "明年" -> today.getYear() + 1;
            case "去年" -> today.getYear() - 1;
            default -> today.getYear();
        };
    }

    static LocalDate ofMonth(MatchResult said, LocalDate today, boolean past) {
        var thisYear = LocalDate.of(today.getYear(), Numerals.number(said.group(1)), Numerals.number(said.group(2)));
        return nearest(thisYear, today, past);
    }

    static LocalDate month(MatchResult said, LocalDate today, boolean past) {
        var first = LocalDate.of(today.getYear(), Numerals.number(said.group(1)), 1);
        String part = Objects.requireNonNullElse(said.group(2), "初");
        return nearest(part(first, part), today, past);
    }

    /// 3月15号 in November is next year's, 6月1号 on the tenth of June was nine days ago.
    static LocalDate nearest(LocalDate thisYear, LocalDate today, boolean past) {
        if (past) {
            return thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
        }
        return ChronoUnit.DAYS.between(thisYear, today) > 45 ? thisYear.plusYears(1) : thisYear;
    }

    static LocalDate ofThisMonth(MatchResult said, LocalDate today, boolean past) {
        return today.withDayOfMonth(1).plusMonths(steps(said.group(1))).withDayOfMonth(Numerals.number(said.group(2)));
    }

    static LocalDate partOfMonth(MatchResult said, LocalDate today, boolean past) {
        return said.group(3) != null
                ? LocalDate.of(today.getYear(), 12, 31)
                : part(today.withDayOfMonth(1).plusMonths(steps(said.group(1))), said.group(2));
    }

    static LocalDate part(LocalDate first, String part) {
        return switch (part.charAt(0)) {
            case '底', '末' -> first.with(TemporalAdjusters.lastDayOfMonth());
            case '中' -> first.withDayOfMonth(15);
            default -> first;
        };
    }

    static LocalDate relative(MatchResult said, LocalDate today, boolean past) {
        return today.plusDays(RELATIVE.getOrDefault(said.group(1), 0));
    }

    static LocalDate weekday(MatchResult said, LocalDate today, boolean past) {
        if (said.group(2).equals("末")) {
            return weekend(today, steps(said.group(1)));
        }
        int number = "一二三四五六".indexOf(said.group(2)) + 1;
        int weekday = number > 0 ? number : "日天".contains(said.group(2)) ? 7 : Integer.parseInt(said.group(2));
        var day = monday(today).plusDays(weekday - 1L);
        if (said.group(1) != null) {
            return day.plusWeeks(steps(said.group(1)));
        }
        return past && day.isAfter(today) ? day.minusWeeks(1) : !past && day.isBefore(today) ? day.plusWeeks(1) : day;
    }

    static LocalDate week(MatchResult said, LocalDate today, boolean past) {
        return monday(today).plusWeeks(steps(said.group(1)));
    }

    static LocalDate thisWeekend(MatchResult said, LocalDate today, boolean past) {
        return weekend(today, 0);
    }

    static LocalDate weekend(LocalDate today, int weeks) {
        return monday(today).plusWeeks(weeks).plusDays(5);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate nextMonth(MatchResult said, LocalDate today, boolean past) {
        return today.withDayOfMonth(1).plusMonths(steps(said.group(1)));
    }

    static @Nullable LocalDate festival(MatchResult said, LocalDate today, boolean past) {
        return said.group(1) == null
                ? Festivals.nearest(said.group(2), today, past)
                : Festivals.ofYear(said.group(2), year(said.group(1), today));
    }

    /// 5号 said on the tenth is next month's, unless it is told as past.
    static LocalDate dayOfMonth(MatchResult said, LocalDate today, boolean past) {
        var day = today.withDayOfMonth(Numerals.number(said.group(1)));
        return past && day.isAfter(today) ? day.minusMonths(1) : !past && day.isBefore(today) ? day.plusMonths(1) : day;
    }

    static int steps(@Nullable String said) {
        return switch (said == null ? "" : said.replace("个", "")) {
            case "上上" -> -2;
            case "上" -> -1;
            case "下" -> 1;
            case "下下" -> 2;
            default -> 0;
        };
    }
}
