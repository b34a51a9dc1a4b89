package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InServiceTest {

    @Test
    void halfADayAfterSigningInOneSignsInAgain() {
        var morning = Instant.parse("2026-03-02T00:00:00Z");

        assertThat(InService.isFresh(morning, morning.plus(InService.LONGEST).minusSeconds(1)))
                .isTrue();
        assertThat(InService.isFresh(morning, morning.plus(InService.LONGEST))).isFalse();
    }
}
