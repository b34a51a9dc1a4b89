package org.linli.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OnceAMinuteTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final OnceAMinute first = new OnceAMinute(nanos::get);

    @Test
    void eachIsToldOnceAMinute() {
        assertThat(first.isFirst("a")).isTrue();
        assertThat(first.isFirst("a")).isFalse();
        assertThat(first.isFirst("b")).isTrue();

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(first.isFirst("a")).isTrue();
    }

    @Test
    void noMoreThanAThousandAre() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(first.isFirst("somebody " + i)).isTrue();
        }

        assertThat(first.isFirst("one more")).isFalse();
    }
}
