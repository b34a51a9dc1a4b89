package org.linli.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant NINE = Instant.parse("2026-06-10T01:00:00Z");

    private final Refusals refusals = new Refusals();

    @Test
    void whoWasRefusedRestsLongerEachTimeButNoMoreThanAnHour() {
        Instant now = NINE;
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(refusals.refused("desk", now)).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(refusals.rests("desk", now.plusSeconds(minutes * 60L - 1)))
                    .isTrue();
            now = now.plusSeconds(minutes * 60L);
            assertThat(refusals.rests("desk", now)).isFalse();
        }
    }

    @Test
    void anHourOfPeaceIsForgivenAndNobodyElseRests() {
        refusals.refused("desk", NINE);
        refusals.refused("desk", NINE);
        assertThat(refusals.rests("other", NINE)).isFalse();
        assertThat(refusals.refused("desk", NINE.plusSeconds(3 * 3600))).isEqualTo(Duration.ofMinutes(1));
    }
}
