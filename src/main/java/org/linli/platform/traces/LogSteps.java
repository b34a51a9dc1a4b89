package org.linli.platform.traces;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes each step into the log, at the level `debug`.
final class LogSteps implements Traces {

    private static final Logger LOG = LoggerFactory.getLogger(LogSteps.class);

    @Override
    public void note(Step step) {
        if (LOG.isDebugEnabled()) {
            MessageInLog.during(step.community(), step.arrival(), () -> log(step));
        }
    }

    private static void log(Step step) {
        LOG.debug(
                "{}: {} after {} ms",
                step.name(),
                step.outcome(),
                Duration.between(step.from(), step.until()).toMillis());
    }
}
