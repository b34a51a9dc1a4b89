package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.linli.notices.Repeat.Every;

class RepeatTest {

    private static final Instant NINE_ON_THE_31ST = Instant.parse("2026-01-31T01:00:00Z");

    @Test
    void aWeekLaterItIsTheSameHourUntilTheLastDay() {
        var repeat = new Repeat(Every.WEEK, LocalDate.of(2026, 2, 14));

        assertThat(repeat.at(NINE_ON_THE_31ST, 1)).contains(Instant.parse("2026-02-07T01:00:00Z"));
        assertThat(repeat.at(NINE_ON_THE_31ST, 2)).contains(Instant.parse("2026-02-14T01:00:00Z"));
        assertThat(repeat.at(NINE_ON_THE_31ST, 3)).isEmpty();
    }

    @Test
    void whatBeganOnThe31stComesOnTheLastDayOfShorterMonthsAndOnThe31stAgain() {
        var repeat = new Repeat(Every.MONTH, LocalDate.of(2026, 12, 31));

        assertThat(repeat.at(NINE_ON_THE_31ST, 1)).contains(Instant.parse("2026-02-28T01:00:00Z"));
        assertThat(repeat.at(NINE_ON_THE_31ST, 2)).contains(Instant.parse("2026-03-31T01:00:00Z"));
    }
}
