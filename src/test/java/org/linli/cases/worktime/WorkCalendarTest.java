package org.linli.cases.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.cases.worktime.WorkingHours.Stretch;

class WorkCalendarTest {

    private static final List<Stretch> DAY = List.of(stretch("08:30", "12:00"), stretch("13:30", "17:30"));

    /// Monday to Friday; the first days of May 2026 are free, Saturday the 9th is worked.
    private static final WorkCalendar OFFICE = new WorkCalendar(
            new WorkingHours(Map.of(
                    DayOfWeek.MONDAY, DAY,
                    DayOfWeek.TUESDAY, DAY,
                    DayOfWeek.WEDNESDAY, DAY,
                    DayOfWeek.THURSDAY, DAY,
                    DayOfWeek.FRIDAY, DAY)),
            new Holidays(Set.of(day(1), day(2), day(3), day(4), day(5)), Set.of(day(9)), Set.of(2026)));

    @ParameterizedTest(name = "{1} from {0} on is over at {2}")
    @CsvSource({
        // within the day, over noon, over night, over the weekend
        "2026-04-27T09:00, 2 working hours, 2026-04-27T11:00",
        "2026-04-27T11:00, 2 working hours, 2026-04-27T14:30",
        "2026-04-27T16:30, 2 working hours, 2026-04-28T09:30",
        "2026-05-15T17:00, 1 working hour, 2026-05-18T09:00",
        // what begins while nobody works begins with the next working hours
        "2026-04-27T03:00, 30 working minutes, 2026-04-27T09:00",
        // holidays count for nothing, a worked Saturday counts
        "2026-04-30T17:00, 1 working hour, 2026-05-06T09:00",
        "2026-05-08T17:00, 1 working hour, 2026-05-09T09:00",
        "2026-04-29T10:00, 1 working day, 2026-04-30T17:30",
        "2026-04-30T10:00, 1 working day, 2026-05-06T17:30",
        "2026-04-30T10:00, 5 working days, 2026-05-11T17:30",
        // emergencies do not wait for anybody's office
        "2026-05-02T03:00, 15 minutes, 2026-05-02T03:15",
        "2026-05-02T03:00, 1 day, 2026-05-03T03:00"
    })
    void timeGoesByInWorkingHours(String from, String span, String until) {
        var after =
                OFFICE.after(Instant.parse(from + ":00+08:00"), Span.parse(span).orElseThrow());

        assertThat(after).isEqualTo(Instant.parse(until + ":00+08:00"));
    }

    @Property
    void addingIsMonotone(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll @LongRange(min = 0, max = 5_000) long minutes) {
        var work = Duration.ofMinutes(minutes);
        var first = one.isBefore(other) ? one : other;
        var second = one.isBefore(other) ? other : one;

        assertThat(calendar.plus(first, work)).isBeforeOrEqualTo(calendar.plus(second, work));
        assertThat(calendar.plus(one, work)).isBeforeOrEqualTo(calendar.plus(one, work.plusMinutes(1)));
    }

    @Property
    void addingTwiceIsAddingTheSum(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @LongRange(min = 0, max = 2_500) long one,
            @ForAll @LongRange(min = 0, max = 2_500) long other) {
        var first = Duration.ofMinutes(one);
        var second = Duration.ofMinutes(other);

        assertThat(calendar.plus(calendar.plus(from, first), second))
                .isEqualTo(calendar.plus(from, first.plus(second)));
    }

    @Property
    void whatIsAddedLiesBetween(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @LongRange(min = 0, max = 5_000) long minutes) {
        var work = Duration.ofMinutes(minutes);

        assertThat(calendar.between(from, calendar.plus(from, work))).isEqualTo(work);
    }

    @Property
    void nothingEndsWhileNobodyWorks(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @LongRange(min = 1, max = 5_000) long minutes) {
        var end = calendar.plus(from, Duration.ofMinutes(minutes));

        assertThat(calendar.isOpen(end.minusMillis(1))).isTrue();
    }

    @Provide
    Arbitrary<WorkCalendar> calendars() {
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        var free = Arbitraries.integers()
                .between(0, 120)
                .map(LocalDate.of(2026, 1, 1)::plusDays)
                .set();
        return Combinators.combine(days, stretches(), free, free).as((week, stretches, off, worked) -> {
            var hours = week.stream().collect(java.util.stream.Collectors.toMap(it -> it, _ -> stretches));
            return new WorkCalendar(new WorkingHours(hours), new Holidays(off, worked, Set.of(2026)));
        });
    }

    private static Arbitrary<List<Stretch>> stretches() {
        return Arbitraries.integers()
                .between(0, 95)
                .set()
                .ofMinSize(4)
                .ofMaxSize(4)
                .map(quarters -> {
                    var times = quarters.stream()
                            .sorted()
                            .map(it -> LocalTime.ofSecondOfDay(it * 900L))
                            .toList();
                    return List.of(new Stretch(times.get(0), times.get(1)), new Stretch(times.get(2), times.get(3)));
                });
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(0, 150L * 24 * 60)
                .map(it -> Instant.parse("2025-12-31T16:00:00Z").plus(Duration.ofMinutes(it)));
    }

    private static LocalDate day(int ofMay) {
        return LocalDate.of(2026, 5, ofMay);
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(LocalTime.parse(from), LocalTime.parse(until));
    }
}
