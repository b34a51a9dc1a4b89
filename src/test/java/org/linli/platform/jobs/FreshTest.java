package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;

class FreshTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final Fresh<Integer> fresh = new Fresh<>(clock);

    @Test
    void whatNobodyMeasuredIsNoNumber() {
        assertThat(fresh.number(it -> it)).isNaN();
    }

    @Test
    void aNumberIsToldForAMinuteAndNotLonger() {
        fresh.is(7);
        clock.pass(Duration.ofMinutes(1));
        assertThat(fresh.number(it -> it)).isEqualTo(7);

        clock.pass(Duration.ofMillis(1));
        assertThat(fresh.number(it -> it)).isNaN();

        fresh.is(0);
        assertThat(fresh.number(it -> it)).isZero();
    }
}
