package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OnceASecondTest {

    @Test
    void whatHappensOftenIsReportedOnceASecondWithItsCount() {
        var nanos = new AtomicLong(Long.MAX_VALUE - 5);
        var reports = new ArrayList<Long>();
        var often = new OnceASecond(nanos::get);

        for (int i = 0; i < 2_500; i++) {
            often.happened(reports::add);
            nanos.addAndGet(1_000_000);
        }

        assertThat(reports).isEqualTo(List.of(1L, 1_000L, 1_000L));
    }
}
