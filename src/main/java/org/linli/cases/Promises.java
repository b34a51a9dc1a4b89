package org.linli.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.rules.Calendars;
import org.linli.cases.worktime.WorkCalendar;
import org.linli.community.CommunityMap;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.NameEntities;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What staff promises to residents in its own words, and how often it was kept.
@Component
public class Promises {

    /// Further away is no promise but a plan.
    static final Duration FARTHEST = Duration.ofDays(60);

    private static final String COUNT = """
            select count(*) as made, count(*) filter (where outcome = 'KEPT') as kept,
              count(*) filter (where outcome = 'BROKEN') as broken, count(*) filter (where outcome = 'MOVED') as moved
            from cases.promises where community_id = $1 and made_at >= $2""";

    /// @param moved replaced by a later one before they were over
    public record Count(long made, long kept, long broken, long moved) {}

    private final NameEntities names;
    private final Calendars calendars;
    private final DatabaseClient database;
    private final Clock clock;

    Promises(NameEntities names, Calendars calendars, DatabaseClient database, Clock clock) {
        this.names = names;
        this.calendars = calendars;
        this.database = database;
        this.clock = clock;
    }

    /// The time that these words speak of, said now: the hour where one was said, otherwise the end of that day's
    /// work. Empty where none is meant, or one that is over or far away.
    public Optional<Instant> in(String words, CommunityMap map) {
        return in(words, clock.instant(), map);
    }

    /// @param said when: "tomorrow" is the day after that
    private Optional<Instant> in(String words, Instant said, CommunityMap map) {
        var now = clock.instant();
        String time =
                names.in(words, LocalDateTime.ofInstant(said, SpokenTime.ZONE)).time();
        return Optional.ofNullable(time)
                .flatMap(it -> instant(it, calendars.of(map.id())))
                .filter(it -> it.isAfter(now) && it.isBefore(now.plus(FARTHEST)));
    }

    private static Optional<Instant> instant(String time, WorkCalendar calendar) {
        try {
            return Optional.of(
                    time.contains("T")
                            ? LocalDateTime.parse(time).atZone(SpokenTime.ZONE).toInstant()
                            : endOf(LocalDate.parse(time), calendar));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Instant endOf(LocalDate day, WorkCalendar calendar) {
        var stretches = calendar.on(day);
        var end = stretches.isEmpty()
                ? java.time.LocalTime.of(18, 0)
                : stretches.getLast().until();
        return day.atTime(end).atZone(SpokenTime.ZONE).toInstant();
    }

    /// The time in the last answer to the residents, if nobody has said yet whether it is a promise. Empty where
    /// there is none, the case is done, was done since, or another unit has it now that did not say so.
    ///
    /// @param history the earliest step first
    public Optional<Instant> unconfirmed(Case it, List<Step> history, CommunityMap map) {
        return Optional.of(history)
                .filter(_ -> it.isOpen())
                .flatMap(steps -> last(steps, Step.Kind.ANSWERED))
                .filter(answer -> answer.unit().equals(it.care().unit()))
                .filter(answer -> isLatest(answer, Step.Kind.PROMISED, history))
                .filter(answer -> isLatest(answer, Step.Kind.RESOLVED, history))
                .flatMap(answer -> in(answer.words(), answer.at(), map));
    }

    private static boolean isLatest(Step answer, Step.Kind kind, List<Step> history) {
        return last(history, kind).filter(it -> !it.at().isBefore(answer.at())).isEmpty();
    }

    private static Optional<Step> last(List<Step> history, Step.Kind kind) {
        return history.stream().filter(it -> it.kind() == kind).max(Comparator.comparing(Step::at));
    }

    /// Since the first of this month. Never empty.
    public Mono<Count> thisMonth(CommunityId community) {
        var first = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE).withDayOfMonth(1);
        return database.sql(COUNT)
                .bind(0, community.value())
                .bind(1, first.atStartOfDay(SpokenTime.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .map(row -> new Count(
                        Columns.number(row, "made"),
                        Columns.number(row, "kept"),
                        Columns.number(row, "broken"),
                        Columns.number(row, "moved")))
                .one();
    }

    /// As forms hand it in. Empty for whatever is no time.
    public static @Nullable Instant parse(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }
}
