package org.linli.community;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// The stretch of the day in which the service says nothing in a group (免打扰时段), mostly over midnight; by China's time.
///
/// @param from  the first moment of it
/// @param until the first moment after it
public record QuietHours(LocalTime from, LocalTime until) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-–~]\\s*(\\d{1,2}):(\\d{2})");

    /// As it is written in a community's file: `22:00-7:00`. Empty when it is no such stretch, or an endless one.
    public static Optional<QuietHours> parse(String written) {
        var said = WRITTEN.matcher(written.strip());
        if (!said.matches()) {
            return Optional.empty();
        }
        try {
            var hours = new QuietHours(time(said.group(1), said.group(2)), time(said.group(3), said.group(4)));
            return hours.from.equals(hours.until) ? Optional.empty() : Optional.of(hours);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// When it is over. Empty when it is not quiet now.
    public Optional<Instant> over(Instant now) {
        var here = now.atZone(ZONE);
        var time = here.toLocalTime();
        boolean overMidnight = until.isBefore(from);
        boolean begun = !time.isBefore(from);
        boolean lasts = time.isBefore(until);
        if (overMidnight ? !(begun || lasts) : !(begun && lasts)) {
            return Optional.empty();
        }
        var day = overMidnight && begun ? here.toLocalDate().plusDays(1) : here.toLocalDate();
        return Optional.of(day.atTime(until).atZone(ZONE).toInstant());
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    /// The inverse of [#parse].
    public String text() {
        return from + "-" + until;
    }
}
