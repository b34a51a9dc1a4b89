package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.linli.channels.Allowance.Period;

class CalendarTest {

    @Test
    void aDayBeginsAtMidnightInChina() {
        assertThat(Calendar.of(Period.DAY, Instant.parse("2026-03-02T15:59:59Z")))
                .isEqualTo(new Calendar("2026-03-02", Instant.parse("2026-03-02T16:00:00Z")));
        assertThat(Calendar.of(Period.DAY, Instant.parse("2026-03-02T16:00:00Z"))
                        .name())
                .isEqualTo("2026-03-03");
    }

    @Test
    void aMonthEndsWithItsLastDay() {
        assertThat(Calendar.of(Period.MONTH, Instant.parse("2026-12-31T15:00:00Z")))
                .isEqualTo(new Calendar("2026-12", Instant.parse("2026-12-31T16:00:00Z")));
    }

    @Test
    void aWeekEndsWithItsSunday() {
        assertThat(Calendar.of(Period.WEEK, Instant.parse("2026-11-22T15:59:59Z")))
                .isEqualTo(new Calendar("week of 2026-11-16", Instant.parse("2026-11-22T16:00:00Z")));
    }

    @Property
    void theEndOfOneIsTheBeginningOfTheNext(
            @ForAll Period period, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        var now = Instant.ofEpochSecond(second);
        var calendar = Calendar.of(period, now);

        assertThat(calendar.ends()).isAfter(now);
        assertThat(Calendar.of(period, calendar.ends().minusMillis(1))).isEqualTo(calendar);
        assertThat(Calendar.of(period, calendar.ends()).name()).isNotEqualTo(calendar.name());
    }
}
