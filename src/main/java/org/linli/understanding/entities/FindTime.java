package org.linli.understanding.entities;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When: a day, or a day with its hour; the start of a range; nothing for what happens again and again.
final class FindTime {

    private static final String OF_TIME = "0123456789天日号月周年点时分早晚午夜刚晨刻期拜旦庆儿秋清除元重端七中腊国春教六八十平圣";
    private static final Pattern JUST_NOW = Pattern.compile("刚才|方才|(?<![刚才])刚刚(?!好)");

    /// 周四不行,周五吧: what does not suit is not what is meant.
    private static final Pattern IMPOSSIBLE = Pattern.compile("^(上午|下午|晚上|那天)?我?(不行|没空|不方便|没时间|不在|来不了)");

    private static final Pattern CANCELLED = Pattern.compile("(取消|不约|退掉|退了)(我|了|那个)*$");

    private FindTime() {}

    static @Nullable String in(String text, LocalDateTime now) {
        var characters = Characters.of(text);
        if (!characters.hasAny(OF_TIME)) {
            return null;
        }
        var days = valid(FindDays.in(text, characters, now.toLocalDate()), DayMention::at, text);
        var hours = valid(FindHours.in(text, characters), HourMention::at, text);
        Optional<HourMention> exact =
                hours.stream().filter(it -> it.minute() != null).findFirst();
        if (exact.isPresent()) {
            var day = days.isEmpty() ? FindDurations.day(text, now).orElse(null) : dayOf(exact.get(), days, text);
            return Clockwise.of(exact.get(), day, now, text).toString();
        }
        if (!days.isEmpty()) {
            return days.getFirst().day().toString();
        }
        return FindDurations.in(text, characters, now).orElseGet(() -> vague(hours, text, now.toLocalDate()));
    }

    private static @Nullable String vague(List<HourMention> hours, String text, LocalDate today) {
        return !hours.isEmpty() || JUST_NOW.matcher(text).find() ? today.toString() : null;
    }

    /// Without what is denied, corrected or a habit.
    private static <T> List<T> valid(List<T> said, Function<T, Mention> at, String text) {
        if (said.isEmpty()) {
            return said;
        }
        Predicate<T> meant = it -> !at.apply(it).denied(text) && !Tense.again(at.apply(it), text);
        int first = Mention.afterCorrections(said.stream().map(at).toList(), text);
        var kept = said.stream().skip(first).filter(meant).toList();
        var possible = kept.stream()
                .filter(it -> !IMPOSSIBLE.matcher(at.apply(it).behind(text)).find()
                        && !CANCELLED.matcher(at.apply(it).before(text)).find())
                .toList();
        return possible.isEmpty() ? kept : possible;
    }

    /// The day said last before the hour, or else the first one; 明天我在，下午三点来.
    private static @Nullable DayMention dayOf(HourMention hour, List<DayMention> days, String text) {
        return days.stream()
                .filter(it -> it.at().start() <= hour.at().start())
                .reduce((earlier, later) -> later)
                .orElse(days.isEmpty() ? null : days.getFirst());
    }
}
