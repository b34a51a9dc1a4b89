package org.linli.notices.sending;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Period;

/// A period as people read it, with the years where they differ; all of it empty where nothing was said. What stands
/// between the two is for templates to say.
///
/// @param starts as `from`, always with the year
/// @param ends   as `until`, likewise
public record Moments(String from, String until, String starts, String ends) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = form("M月d日 HH:mm");
    private static final DateTimeFormatter TIME_OF_YEAR = form("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter YEAR = form("yyyy");

    public static Moments of(@Nullable Period period) {
        return period == null ? new Moments("", "", "", "") : of(period.from(), period.until());
    }

    /// As another language writes it.
    ///
    /// @param language its tag, like `en`
    public static Moments in(String language, @Nullable Period period) {
        if (period == null) {
            return of(period);
        }
        var form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .withZone(ZONE);
        String from = form.format(period.from());
        String until = form.format(period.until());
        return new Moments(from, until, from, until);
    }

    private static Moments of(Instant from, Instant until) {
        boolean sameYear = YEAR.format(from).equals(YEAR.format(until));
        var form = sameYear ? TIME : TIME_OF_YEAR;
        return new Moments(
                form.format(from), form.format(until), TIME_OF_YEAR.format(from), TIME_OF_YEAR.format(until));
    }

    public boolean isEmpty() {
        return from.isEmpty();
    }

    /// By the names under which letters know them.
    public Map<String, String> facts() {
        return Map.of("from", from, "until", until, "starts", starts, "ends", ends);
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZONE);
    }
}
