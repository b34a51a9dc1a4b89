package org.linli.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.audit.TrailFilter;
import org.linli.cases.SpokenTime;
import org.linli.platform.audit.Noted;
import org.linli.platform.words.SaidTime;

/// What of the trail somebody wants to see; whatever cannot be read does not matter.
///
/// @param from  the first day, like `2026-11-01`
/// @param until the last day
record Asked(
        @Nullable String what,
        @Nullable String who,
        @Nullable String about,
        @Nullable String from,
        @Nullable String until) {

    static final List<String> KINDS =
            Arrays.stream(Noted.Kind.values()).map(Enum::name).toList();

    private static final int LONGEST = 100;

    Asked {
        what = KINDS.contains(said(what)) ? said(what) : "";
        who = said(who);
        about = said(about);
        from = day(from) == null ? "" : said(from);
        until = day(until) == null ? "" : said(until);
    }

    TrailFilter filter() {
        var all = TrailFilter.since(start(day(from), Instant.EPOCH), said(what), said(who), said(about));
        var last = day(until);
        return last == null
                ? all
                : new TrailFilter(all.what(), all.who(), all.about(), all.from(), start(last.plusDays(1), all.until()));
    }

    private static Instant start(@Nullable LocalDate day, Instant otherwise) {
        return day == null ? otherwise : day.atStartOfDay(SpokenTime.ZONE).toInstant();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return said(text).isEmpty() ? null : SaidTime.day(said(text));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static String said(@Nullable String text) {
        String said = text == null ? "" : text.strip();
        return said.length() > LONGEST ? "" : said;
    }
}
