package org.linli.notices.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Importance;
import org.linli.notices.Invitation;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Period;
import org.linli.notices.Repeat;
import org.linli.notices.Wording;
import org.linli.notices.writing.Draft;
import org.linli.platform.words.SaidTime;

/// A notice as the form hands it in; anything may be missing or nonsense.
///
/// @param id    made with the form, so that a second click writes no second notice
/// @param from  as the browser writes it: `2026-11-21T09:00`, by China's time; likewise `until` and `send`
/// @param send  empty: as soon as it may
/// @param every how often it is said again, by name; empty: never
/// @param whose who signs up, by name; empty: nobody need
/// @param places for how many; empty: for as many as come
/// @param last  on which day at the latest, like `2026-12-31`
public record NoticeForm(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String importance,
        @Nullable String title,
        @Nullable String brief,
        @Nullable String text,
        @Nullable String audience,
        @Nullable String from,
        @Nullable String until,
        @Nullable String send,
        @Nullable String every,
        @Nullable String last,
        @Nullable String whose,
        @Nullable String places) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 12_000;

    static NoticeForm of(Notice it, Instant now) {
        var period = it.period();
        return new NoticeForm(
                it.id(),
                it.wording().kind().word(),
                it.wording().importance().word(),
                it.wording().title(),
                it.wording().brief(),
                it.wording().text(),
                it.audience(),
                written(period == null ? now : period.from()),
                period == null ? "" : written(period.until()),
                it.sendAt() == null ? "" : written(it.sendAt()),
                it.repeat() == null ? "" : it.repeat().every().name(),
                it.repeat() == null ? "" : it.repeat().until().toString(),
                it.invites() == null ? "" : it.invites().whose().name(),
                it.invites() == null || !it.invites().isLimited()
                        ? ""
                        : String.valueOf(it.invites().places()));
    }

    /// Begins with these words, for today.
    static NoticeForm fresh(Wording words, Instant now) {
        return new NoticeForm(
                UUID.randomUUID().toString(),
                words.kind().word(),
                words.importance().word(),
                words.title(),
                words.brief(),
                words.text(),
                "",
                written(now),
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /// The same for each call; a new one where the form has none.
    UUID name() {
        try {
            return UUID.fromString(said(id));
        } catch (IllegalArgumentException nonsense) {
            return UUID.randomUUID();
        }
    }

    Draft draft() {
        var begin = time(from);
        var end = time(until);
        var wording = new Wording(
                Kind.of(said(kind)).orElse(Kind.POLICY),
                Arrays.stream(Importance.values())
                        .filter(it -> it.word().equals(said(importance)))
                        .findFirst()
                        .orElse(Importance.ORDINARY),
                said(title).replace("\n", " "),
                said(brief),
                said(text));
        return new Draft(
                wording,
                said(audience),
                begin == null || end == null ? null : new Period(begin, end),
                time(send),
                repeat(),
                invitation());
    }

    /// Without a last day it ends today, which is told as a fault.
    private @Nullable Repeat repeat() {
        return Arrays.stream(Repeat.Every.values())
                .filter(it -> it.name().equals(every))
                .findFirst()
                .map(it -> new Repeat(it, day(last)))
                .orElse(null);
    }

    private @Nullable Invitation invitation() {
        return Arrays.stream(Invitation.Whose.values())
                .filter(it -> it.name().equals(whose))
                .findFirst()
                .map(it -> new Invitation(new SaidPlaces(places).number().orElse(0), it))
                .orElse(null);
    }

    /// Whether people sign up for nobody knows how many places.
    boolean hasNoPlaces() {
        var said = new SaidPlaces(places);
        return invitation() != null && !said.isEmpty() && said.number().isEmpty();
    }

    private static LocalDate day(@Nullable String field) {
        try {
            return SaidTime.day(said(field));
        } catch (DateTimeException nonsense) {
            return LocalDate.EPOCH;
        }
    }

    static String said(@Nullable String field) {
        String plain =
                field == null ? "" : field.replace("\r", "").replace("\0", "").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    private static @Nullable Instant time(@Nullable String field) {
        try {
            return said(field).isEmpty()
                    ? null
                    : SaidTime.local(said(field)).atZone(ZONE).toInstant();
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static String written(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    @Override
    public String toString() {
        return "NoticeForm[]";
    }
}
