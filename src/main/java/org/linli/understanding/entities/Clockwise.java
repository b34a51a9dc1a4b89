package org.linli.understanding.entities;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// Makes a moment of an hour as people say it: 晚上八点 is 20:00, 三点半 of an afternoon 15:30.
final class Clockwise {

    private static final int NOON = 12 * 60;
    private static final int MIDNIGHT = 24 * 60;

    private Clockwise() {}

    static LocalDateTime of(HourMention hour, @Nullable DayMention said, LocalDateTime now, String text) {
        LocalDate day = said == null ? now.toLocalDate() : said.day();
        int minute = hour.minute() == null ? 0 : hour.minute();
        String part = part(hour, said, text);
        boolean exact = text.substring(hour.at().start(), hour.at().end()).startsWith("0");
        int moved = exact ? minute : part.isEmpty() ? likely(minute, hour.at(), day, now, text) : moved(minute, part);
        boolean nightBegan = moved == MIDNIGHT && said == null && !part.startsWith("晚");
        return day.atStartOfDay().plusMinutes(nightBegan ? 0 : moved);
    }

    /// 明早 and 昨晚 say the part of the day with the day.
    private static String part(HourMention hour, @Nullable DayMention said, String text) {
        if (!hour.part().isEmpty() || said == null) {
            return hour.part();
        }
        String words = text.substring(said.at().start(), said.at().end());
        boolean near = hour.at().start() - said.at().end() <= 2
                && hour.at().start() >= said.at().end();
        return near && words.matches(".*(晚|夜|早|上午|下午|中午)$") ? words.replaceFirst("^[大前昨今明后]+", "") : "";
    }

    private static int moved(int minute, String part) {
        return switch (part) {
            case "下午", "午后", "傍晚", "黄昏" -> minute < NOON ? minute + NOON : minute;
            case "中午", "正午" -> minute < 4 * 60 ? minute + NOON : minute;
            case "晚上", "夜里", "夜晚", "半夜", "大半夜", "深夜", "午夜", "晚间", "晚", "夜" -> atNight(minute);
            default -> minute == NOON && part.startsWith("凌") ? 0 : minute;
        };
    }

    /// 晚上十二点 ends the day; 晚上两点 belongs to the night that has begun.
    private static int atNight(int minute) {
        if (minute >= NOON && minute < NOON + 60) {
            return minute + NOON;
        }
        return minute < 5 * 60 ? minute : minute < NOON ? minute + NOON : Math.min(minute, MIDNIGHT);
    }

    /// No part of the day is said: what makes sense now, or for an appointment.
    private static int likely(int minute, Mention at, LocalDate day, LocalDateTime now, String text) {
        if (minute < 60 || minute >= NOON) {
            return minute;
        }
        if (!day.equals(now.toLocalDate())) {
            return minute < 7 * 60 ? minute + NOON : minute;
        }
        boolean passed = !day.atStartOfDay().plusMinutes(minute).isAfter(now);
        boolean laterPassed = !day.atStartOfDay().plusMinutes(minute + NOON).isAfter(now);
        boolean told = Tense.past(at, text) || at.before(text).matches(".*[从自打]");
        return told ? (laterPassed ? minute + NOON : minute) : passed ? minute + NOON : minute;
    }
}
