package org.linli.hotline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.cases.SpokenTime;

/// Reads the times of hotlines: `2026-03-02 09:30:00`, `2026/3/2 9:30`, `2026年3月2日`, ISO 8601 with an offset, and the
/// days since 1899 that Excel keeps. Without an offset it is China's time.
final class ReadTime {

    private static final Pattern LOCAL = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]*(\\d{1,2})[:：时](\\d{1,2})分?(?:[:：](\\d{1,2})(?:\\.\\d+)?秒?)?)?");
    private static final Pattern DAYS = Pattern.compile("\\d{5}(?:\\.\\d{1,16})?");
    private static final LocalDateTime FIRST_DAY = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final int SECONDS_OF_A_DAY = 24 * 60 * 60;

    private ReadTime() {}

    /// Empty for whatever is no time.
    static Optional<Instant> read(String text) {
        try {
            if (DAYS.matcher(text).matches()) {
                return Optional.of(at(FIRST_DAY.plusSeconds(Math.round(Double.parseDouble(text) * SECONDS_OF_A_DAY))));
            }
            var found = LOCAL.matcher(text);
            return found.matches() ? Optional.of(at(local(found))) : offset(text);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Matcher found) {
        var day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        return day.atTime(LocalTime.of(number(found, 4), number(found, 5), number(found, 6)));
    }

    private static int number(Matcher found, int group) {
        return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
    }

    private static Optional<Instant> offset(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(text).toInstant());
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SpokenTime.ZONE).toInstant();
    }
}
