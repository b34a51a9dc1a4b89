package org.linli.channels.wecom.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// However often somebody asks for it, an owner is reminded three times in 24 hours at the most.
class RemindersTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void whoeverAsksEveryMinuteForFourDaysRemindsThreeTimesInAny24Hours() {
        var done = new ArrayList<Instant>();
        var reminders = new Reminders(List.of());
        for (var now = NINE; now.isBefore(NINE.plus(Duration.ofDays(4))); now = now.plus(Duration.ofMinutes(1))) {
            if (reminders.mayBeOneMore(now)) {
                reminders = reminders.and(now);
                done.add(now);
            }
        }

        assertThat(done).hasSize(12);
        for (int i = 3; i < done.size(); i++) {
            assertThat(Duration.between(done.get(i - 3), done.get(i))).isGreaterThanOrEqualTo(Duration.ofHours(24));
        }
    }

    @Test
    void theFourthIsForTheNextDay() {
        var three = new Reminders(List.of())
                .and(NINE)
                .and(NINE.plus(Duration.ofHours(1)))
                .and(NINE.plus(Duration.ofHours(2)));

        assertThat(three.mayBeOneMore(NINE.plus(Duration.ofHours(23)))).isFalse();
        assertThat(three.mayBeOneMore(NINE.plus(Duration.ofHours(24)))).isTrue();
    }
}
