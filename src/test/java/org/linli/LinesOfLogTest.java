package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@LinliTest
@ExtendWith(OutputCaptureExtension.class)
class LinesOfLogTest {

    private static final String FORGED = "2026-11-23T10:00:00.000+08:00  INFO 1 --- forged";

    @Test
    void nobodyWritesALineByWhatTheySend(CapturedOutput log) {
        LoggerFactory.getLogger(LinesOfLogTest.class)
                .warn("cannot read '{}'", "x\r\n" + FORGED + "\u001b[2K\u2028" + FORGED);

        assertThat(log).contains("cannot read 'x?", FORGED);
        assertThat(log.toString().lines()).noneMatch(it -> it.startsWith(FORGED));
        assertThat(log).doesNotContain("\u001b[2K").doesNotContain("\u2028");
    }

    @Test
    void norByWhatAnErrorSays(CapturedOutput log) {
        LoggerFactory.getLogger(LinesOfLogTest.class)
                .warn("broken", new IllegalStateException("x\n" + FORGED + "\r" + FORGED));

        assertThat(log).contains("IllegalStateException: x", "at org.linli.LinesOfLogTest", FORGED);
        assertThat(log.toString().lines()).noneMatch(it -> it.startsWith(FORGED));
    }
}
