package org.linli.cases.worktime;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long something may take, as people write it: `15 minutes`, `10 days`, `2 working hours`, `5 working days`.
///
/// @param working whether only the hours count in which the community works
/// @param days    whole days; zero where `time` says it
/// @param time    a shorter span; zero where `days` says it
public record Span(boolean working, int days, Duration time) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4}) (working )?(minute|hour|day)s?");

    /// Empty for whatever is no span.
    public static Optional<Span> parse(String written) {
        var said = WRITTEN.matcher(written.strip());
        if (!said.matches() || Integer.parseInt(said.group(1)) == 0) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(said.group(1));
        boolean working = said.group(2) != null;
        return Optional.of(
                switch (said.group(3)) {
                    case "minute" -> new Span(working, 0, Duration.ofMinutes(amount));
                    case "hour" -> new Span(working, 0, Duration.ofHours(amount));
                    default -> new Span(working, amount, Duration.ZERO);
                });
    }

    /// The same in calendar time.
    public Duration asCalendar() {
        return time.plusDays(days);
    }
}
