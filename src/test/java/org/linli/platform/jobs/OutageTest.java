package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageTest {

    @Test
    void aFailureIsToldOnceAndItsEndOnce() {
        var log = (Logger) LoggerFactory.getLogger(OutageTest.class);
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        log.addAppender(told);
        var outage = new Outage(log, "the clock");

        outage.works();
        for (int i = 0; i < 5; i++) {
            outage.failed(new IllegalStateException("no power"), "it is looked at again");
        }
        outage.works();
        outage.works();
        outage.failed(new IllegalStateException("no power"), "it is looked at again");
        log.detachAppender(told);

        assertThat(told.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .map(it -> it.replaceAll("OutageTest.java:\\d+", "here"))
                .containsExactly(
                        "the clock fails (IllegalStateException at here); it is looked at again",
                        "the clock works again",
                        "the clock fails (IllegalStateException at here); it is looked at again");
    }
}
