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

    private static final Pattern TRIGGER = Pattern.compile("[\\d天日号月周年点时分早晚午夜刚晨刻期拜旦庆]");
    private static final Pattern JUST_NOW = Pattern.compile("刚才|方才|(?<![刚才])刚刚(?!好)");

    private FindTime() {}

    static @Nullable String in(String text, LocalDateTime now) {
        if (!TRIGGER.matcher(text).find()) {
            return null;
        }
        var days = valid(FindDays.in(text, now.toLocalDate()), DayMention::at, text);
        var hours = valid(FindHours.in(text), HourMention::at, text);
        Optional<HourMention> exact =
                hours.stream().filter(it -> it.minute() != null).findFirst();
        if (exact.isPresent()) {
            return Clockwise.of(exact.get(), dayOf(exact.get(), days, text), now, text)
                    .toString();
        }
        if (!days.isEmpty()) {
            return days.getFirst().day().toString();
        }
        return FindDurations.in(text, now).orElseGet(() -> vague(hours, text, now.toLocalDate()));
    }

    private static @Nullable String vague(List<HourMention> hours, String text, LocalDate today) {
        return !hours.isEmpty() || JUST_NOW.matcher(text).find() ? today.toString() : null;
    }

    /// Without what is denied, corrected or a habit.
    private static <T> List<T> valid(List<T> said, Function<T, Mention> at, String text) {
        Predicate<T> meant = it -> !at.apply(it).denied(text) && !Tense.again(at.apply(it), text);
        int first = Mention.afterCorrections(said.stream().map(at).toList(), text);
        return said.stream().skip(first).filter(meant).toList();
    }

    /// The day said last before the hour, or else the first one; 明天我在，下午三点来.
    private static @Nullable DayMention dayOf(HourMention hour, List<DayMention> days, String text) {
        return days.stream()
                .filter(it -> it.at().start() <= hour.at().start())
                .reduce((earlier, later) -> later)
                .orElse(days.isEmpty() ? null : days.getFirst());
    }
}
