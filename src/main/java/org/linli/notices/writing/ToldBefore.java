package org.linli.notices.writing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Importance;
import org.linli.notices.Invitation;
import org.linli.notices.Kind;
import org.linli.notices.Period;
import org.linli.notices.Wording;

/// A notice of the made-up community. The format is described in `deploy/demo/notices.yaml`.
record ToldBefore(
        String kind,
        String title,
        String text,
        String audience,
        String begins,
        String lasts,
        @Nullable Integer places,
        String by,
        @Nullable String approved) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日（E）", Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    /// All of them.
    record Board(String community, List<ToldBefore> notices) {}

    /// @param start when the made-up community was shown first
    Draft draft(Instant start) {
        var from = from(start);
        var words = text.replace("{day}", DAY.format(from.atZone(ZONE)));
        return new Draft(
                new Wording(Kind.of(kind).orElseThrow(), Importance.ORDINARY, title, words),
                audience,
                new Period(from, from.plus(length())),
                null,
                null,
                places == null ? null : new Invitation(places, Invitation.Whose.PERSON));
    }

    private Instant from(Instant start) {
        String[] said = begins.split(" ", 2);
        return start.atZone(ZONE)
                .toLocalDate()
                .plusDays(Integer.parseInt(said[0]))
                .atTime(LocalTime.parse(said[1], HOUR))
                .atZone(ZONE)
                .toInstant();
    }

    private Duration length() {
        return lasts.endsWith("d")
                ? Duration.ofDays(Integer.parseInt(lasts.substring(0, lasts.length() - 1)))
                : Duration.parse("PT" + lasts.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "ToldBefore[" + kind + "]";
    }
}
