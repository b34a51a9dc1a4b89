package org.linli.understanding.entities;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ways to name a day: 后天, 下周三, 6月10号, 月底, 两天前, 三天了.
final class FindDays {

    private interface Rule {
        @Nullable LocalDate day(MatchResult said, LocalDate today, boolean past);
    }

    private static final String N = "(\\d{1,2}|" + Numerals.CN + "{1,3})";
    private static final Map<String, Integer> RELATIVE = Map.ofEntries(
            Map.entry("大前", -3), Map.entry("前", -2), Map.entry("昨", -1), Map.entry("今", 0), Map.entry("当", 0),
            Map.entry("明", 1), Map.entry("后", 2), Map.entry("大后", 3));
    private static final String WEEK = "(上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)";

    /// In order: what an earlier one has taken is gone for the later ones.
    private static final List<Map.Entry<Pattern, Rule>> RULES = List.of(
            rule("(?<!\\d)(20\\d\\d)(?:年|[-/.])" + N + "(?:月|[-/.])" + N + "[日号]?(?!\\d)", FindDays::full),
            rule("(上个?|这个?|本|下个?|明年|去年|今年)月?" + N + "月份?" + N + "[日号]", FindDays::ofYear),
            rule("(?<![\\d.])" + N + "月份?的?" + N + "(?:[日号](?!楼|院)|(?![\\d.个]))", FindDays::ofMonth),
            rule("(上个?|这个?|本|当|下个?)月份?的?" + N + "[日号](?!楼|院)", FindDays::ofThisMonth),
            rule("(上个?|这个?|本|当|下个?)?月(初|中旬?|底|末)|(?<![\\d一二三四五六七八九十半])(年)(底|末)", FindDays::partOfMonth),
            rule("(?<![\\d.])" + N + "月(?:份)?(初|中旬|底|末)?(?![\\d个])", FindDays::month),
            rule("(大前|大后|前|昨|今|明|后)(?:[天日儿晚夜早](?![天])|上午|下午|中午|晚)", FindDays::relative),
            rule("(?<![一二两三四五六七八九十\\d])" + WEEK + "([一二三四五六日天末1-6])(?![个次天周]|年)", FindDays::weekday),
            rule("(上上|上|这|本|下下|下)个?(?:周|星期|礼拜)(?![围边])", FindDays::week),
            rule("(?<!等)(?<![上下这本])周末", (_, today, _) -> weekend(today, 0)),
            rule("(上|下)个?月(?![\\d一二三四五六七八九十])", FindDays::nextMonth),
            rule("(元旦|五一(?=节|假|期间|前|那|当天|放|长假|开始)|六一(?=儿童|节|那|当天|活动)|国庆)", FindDays::holiday),
            rule("(?<![\\d.\\-])(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日](?!楼|院|门|线|车|单元|房|室|桌|机|电|岗|地|技|口|台|位|库|店|[A-Z\\d#]|的电|的楼|的门|子|常|用|历|期|报|光|本|落|出|后|记|程|志)",
                    FindDays::dayOfMonth));

    private FindDays() {}

    /// In the order of the text.
    static List<DayMention> in(String text, LocalDate today) {
        var free = new StringBuilder(text);
        var found = new ArrayList<DayMention>();
        for (var rule : RULES) {
            rule.getKey().matcher(text).results().forEach(said -> {
                var at = new Mention(said.start(), said.end());
                if (free.substring(said.start(), said.end()).indexOf('\u0001') < 0) {
                    var day = day(rule.getValue(), said, today, Tense.past(at, text));
                    if (day != null) {
                        found.add(new DayMention(day, at));
                        free.replace(said.start(), said.end(), "\u0001".repeat(said.end() - said.start()));
                    }
                }
            });
        }
        found.sort(Comparator.comparingInt(it -> it.at().start()));
        return found;
    }

    private static Map.Entry<Pattern, Rule> rule(String pattern, Rule rule) {
        return Map.entry(Pattern.compile(pattern), rule);
    }

    private static @Nullable LocalDate day(Rule rule, MatchResult said, LocalDate today, boolean past) {
        try {
            return rule.day(said, today, past);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static LocalDate full(MatchResult said, LocalDate today, boolean past) {
        return LocalDate.of(Numerals.number(said.group(1)), Numerals.number(said.group(2)), Numerals.number(said.group(3)));
    }

    private static LocalDate ofYear(MatchResult said, LocalDate today, boolean past) {
        int years = switch (said.group(1)) {
            case "明年" -> 1;
            case "去年" -> -1;
            default -> 0;
        };
        return LocalDate.of(today.getYear() + years, Numerals.number(said.group(2)), Numerals.number(said.group(3)));
    }

    private static LocalDate ofMonth(MatchResult said, LocalDate today, boolean past) {
        var thisYear = LocalDate.of(today.getYear(), Numerals.number(said.group(1)), Numerals.number(said.group(2)));
        return nearest(thisYear, today, past);
    }

    private static LocalDate month(MatchResult said, LocalDate today, boolean past) {
        var first = LocalDate.of(today.getYear(), Numerals.number(said.group(1)), 1);
        String part = Objects.requireNonNullElse(said.group(2), "初");
        return nearest(part(first, part), today, past);
    }

    /// 3月15号 in November is next year's, 6月1号 on the tenth of June was nine days ago.
    private static LocalDate nearest(LocalDate thisYear, LocalDate today, boolean past) {
        if (past) {
            return thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
        }
        return ChronoUnit.DAYS.between(thisYear, today) > 45 ? thisYear.plusYears(1) : thisYear;
    }

    private static LocalDate ofThisMonth(MatchResult said, LocalDate today, boolean past) {
        return today.withDayOfMonth(1).plusMonths(steps(said.group(1))).withDayOfMonth(Numerals.number(said.group(2)));
    }

    private static LocalDate partOfMonth(MatchResult said, LocalDate today, boolean past) {
        return said.group(3) != null
                ? LocalDate.of(today.getYear(), 12, 31)
                : part(today.withDayOfMonth(1).plusMonths(steps(said.group(1))), said.group(2));
    }

    private static LocalDate part(LocalDate first, String part) {
        return switch (part.charAt(0)) {
            case '底', '末' -> first.with(TemporalAdjusters.lastDayOfMonth());
            case '中' -> first.withDayOfMonth(15);
            default -> first;
        };
    }

    private static LocalDate relative(MatchResult said, LocalDate today, boolean past) {
        return today.plusDays(RELATIVE.getOrDefault(said.group(1), 0));
    }

    private static LocalDate weekday(MatchResult said, LocalDate today, boolean past) {
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

    private static LocalDate week(MatchResult said, LocalDate today, boolean past) {
        return monday(today).plusWeeks(steps(said.group(1)));
    }

    private static LocalDate weekend(LocalDate today, int weeks) {
        return monday(today).plusWeeks(weeks).plusDays(5);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate nextMonth(MatchResult said, LocalDate today, boolean past) {
        return today.withDayOfMonth(1).plusMonths(steps(said.group(1)));
    }

    private static LocalDate holiday(MatchResult said, LocalDate today, boolean past) {
        var thisYear = switch (said.group(1).charAt(0)) {
            case '元' -> LocalDate.of(today.getYear(), 1, 1);
            case '五' -> LocalDate.of(today.getYear(), 5, 1);
            case '六' -> LocalDate.of(today.getYear(), 6, 1);
            default -> LocalDate.of(today.getYear(), 10, 1);
        };
        return nearest(thisYear, today, past);
    }

    /// 5号 said on the tenth is next month's, unless it is told as past.
    private static LocalDate dayOfMonth(MatchResult said, LocalDate today, boolean past) {
        var day = today.withDayOfMonth(Numerals.number(said.group(1)));
        return past && day.isAfter(today) ? day.minusMonths(1) : !past && day.isBefore(today) ? day.plusMonths(1) : day;
    }

    private static int steps(@Nullable String said) {
        return switch (said == null ? "" : said.replace("个", "")) {
            case "上上" -> -2;
            case "上" -> -1;
            case "下" -> 1;
            case "下下" -> 2;
            default -> 0;
        };
    }
}
