package org.linli.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "{0} at {1} lasts until {2}")
    @CsvSource({
        "22:00-7:00, 2026-06-10T21:59, ",
        "22:00-7:00, 2026-06-10T22:00, 2026-06-11T07:00",
        "22:00-7:00, 2026-06-11T03:00, 2026-06-11T07:00",
        "22:00-7:00, 2026-06-11T07:00, ",
        "12:30-14:00, 2026-06-10T13:00, 2026-06-10T14:00",
        "12:30-14:00, 2026-06-10T12:29, ",
        "12:30-14:00, 2026-06-10T23:00, "
    })
    void itLastsUntilTheMorning(String hours, String now, String until) {
        var over =
                QuietHours.parse(hours).orElseThrow().over(at(now).atZone(ZONE).toInstant());

        assertThat(over.map(it -> LocalDateTime.ofInstant(it, ZONE)))
                .isEqualTo(java.util.Optional.ofNullable(until).map(QuietHoursTest::at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "night", "22-7", "25:00-7:00", "22:60-7:00", "7:00-7:00", "22:00-7:00 daily"})
    void whatIsNoStretchOfTheDayIsNone(String written) {
        assertThat(QuietHours.parse(written)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var hours = QuietHours.parse("22:00-7:05").orElseThrow();

        assertThat(QuietHours.parse(hours.text())).contains(hours);
    }

    @Property(tries = 200)
    void itEndsAtItsEndAndWithinADay(
            @ForAll @IntRange(max = 23) int from,
            @ForAll @IntRange(max = 23) int until,
            @ForAll @IntRange(max = 2879) int now) {
        var instant = at("2026-06-10T00:00").plusMinutes(now).atZone(ZONE).toInstant();

        QuietHours.parse(from + ":00-" + until + ":00")
                .flatMap(it -> it.over(instant))
                .ifPresent(end -> {
                    assertThat(end).isAfter(instant).isBefore(instant.plus(1, ChronoUnit.DAYS));
                    assertThat(end.atZone(ZONE).getHour()).isEqualTo(until);
                });
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }
}
