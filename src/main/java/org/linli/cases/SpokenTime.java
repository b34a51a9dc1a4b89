package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// Times as people say them: `今天 18:00`, `明天 9:30`, `11月30日`, `还剩2小时`.
public final class SpokenTime {

    /// The communities' clock.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final long FAR_AWAY_DAYS = 3;

    private final CaseWords words;
    private final Instant now;

    public SpokenTime(CaseWords words, Instant now) {
        this.words = words;
        this.now = now;
    }

    public static int year(Instant at) {
        return at.atZone(ZONE).getYear();
    }

    /// When the year of that time began.
    public static Instant newYear(Instant at) {
        return LocalDate.ofYearDay(year(at), 1).atStartOfDay(ZONE).toInstant();
    }

    /// By when; far away without the hour, which nobody would keep in mind.
    public String until(Instant at) {
        return when(at, true);
    }

    /// When it was or will be; the hour always told.
    public String at(Instant at) {
        return when(at, false);
    }

    /// To the minute, for those who want to know exactly.
    public static String exactly(Instant at) {
        var time = at.atZone(ZONE);
        return "%s %02d:%02d".formatted(time.toLocalDate(), time.getHour(), time.getMinute());
    }

    /// How long until then, or how long since.
    public String left(Instant at) {
        var left = Duration.between(now, at);
        return words.say((left.isNegative() ? "time.late." : "time.left.") + unit(left.abs()), amount(left.abs()));
    }

    /// How long ago.
    public String ago(Instant at) {
        var past = Duration.between(at, now);
        return past.compareTo(Duration.ofMinutes(1)) < 0
                ? words.say("time.ago.now")
                : words.say("time.ago." + unit(past), amount(past));
    }

    private String when(Instant at, boolean coarse) {
        ZonedDateTime time = at.atZone(ZONE);
        LocalDate today = now.atZone(ZONE).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, time.toLocalDate());
        String hour = "%d:%02d".formatted(time.getHour(), time.getMinute());
        if (days >= -1 && days <= 2) {
            return words.say("time.day." + days, hour);
        }
        String key = coarse && days > FAR_AWAY_DAYS ? "time.date" : "time.moment";
        return words.say(key, time.getMonthValue(), time.getDayOfMonth(), hour);
    }

    private static String unit(Duration span) {
        if (span.toHours() < 1) {
            return "minutes";
        }
        return span.toDays() < 2 ? "hours" : "days";
    }

    private static long amount(Duration span) {
        if (span.toHours() < 1) {
            return Math.max(1, span.toMinutes());
        }
        return span.toDays() < 2 ? span.toHours() : span.toDays();
    }
}
